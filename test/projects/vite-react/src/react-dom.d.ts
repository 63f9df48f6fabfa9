/** What the project uses of React's DOM. `@types/react-dom` is in no package of this checkout. */
declare module 'react-dom/client' {
  export function hydrateRoot(root: Element, node: import('react').ReactNode): void;
}

declare module 'react-dom/server' {
  export function renderToString(node: import('react').ReactNode): string;
}
