/** What an extension, a media type such as `application/vnd.ms-excel` or an author's word is called. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\bpdf\b/, 'PDF'],
  [/\b(ms)?word(proc|\b)|^do[ct][xm]?$/, 'Word'],
  [/excel|spreadsheetml|^xl[st][xmb]?$/, 'Excel'],
  [/powerpoint|presentationml|^pp[ts][xm]?$/, 'PowerPoint'],
  [/opendocument|^od[tsp]$/, 'OpenDocument'],
  [/\bepub\b/, 'EPUB'],
  [/\bcsv\b/, 'CSV'],
  [/\brtf\b/, 'RTF'],
  [/^txt$|^text\/plain/, 'Text'],
];

const ENDINGS = 'pdf|do[ct][xm]?|xl[st][xmb]?|pp[ts][xm]?|od[tsp]|epub|csv|rtf|txt';

/** Behind it may stand a script's ending or, as in Liferay, the id of a version. */
const BY_ENDING = new RegExp(String.raw`\.(${ENDINGS})(?:\.as[hp]x|/[\w-]{9,})?$`, 'i');

/** A query that holds a file's name, unless it is what somebody searches for, shares or comes back to. */
const BY_QUERY = new RegExp(
  `[?&;](?!(?:q|query|s|search\\w*|keywords?|u|url|text|title|subject|body|return\\w*|redirect\\w*|next|ref)=)[^=&]+=[^&]*\\.(${ENDINGS})(?:&|$)`,
  'i',
);

/** Addresses that are a document's in the systems of councils and trusts, and its kind where they say it. */
const BY_FORM: readonly (readonly [RegExp, string])[] = [
  [/mgconvert2pdf|\/pdf_file\/|(\/:b:|1drv\.ms\/b)\/|\bformat=pdf\b|view(er)?\?.*\.pdf\b/i, 'PDF'],
  [/\/word_doc\/|(\/:w:|1drv\.ms\/w)\//i, 'Word'],
  [/(\/:x:|1drv\.ms\/x)\//i, 'Excel'],
  [/(\/:p:|1drv\.ms\/p)\//i, 'PowerPoint'],
  [/\/downloads?\/(file|download)\/\d|\/media\/\d+\/?(\?|$)|\/\d+\/download\b/i, ''],
  [/\/download(_file)?(\/view)?\/\d|[?&](wpdmdl|alid|docid|documentid|sourcedoc)=/i, ''],
  [/(file|doc(ument)?|attachment|download|chttp)(handler)?\.(as[hp]x|axd|cfm|php|jsp)\?/i, ''],
  [
    /showpublisheddocument\/|documentcenter\/view\/|@@download|at_download\/|\/-\/media\/.*ashx/i,
    '',
  ],
  [
    /(drive|docs)\.google\.com\/(file|open|uc|document|spreadsheets|presentation)|issuu\.com\/.*\/docs\//i,
    '',
  ],
];

/** Pages that show or describe a file under an address that ends like its own. */
const PAGES = /preview(\/|$)|\/(blob|wiki)\/|\/file:/i;

/** What a page's address ends in. */
const PAGE = /^\d*$|htm|as[hp]x?|php|jsp|cfm|axd/i;

/** What no document is: pictures, recordings, archives, data for programs. */
export const MEDIA =
  'zip|rar|7z|t?gz|jpe?g|png|gif|svg|webp|bmp|tiff?|mp[34]|m4[av]|wav|ogg|mov|avi|wmv|webm|ics|vcf|xml|json|kml|gpx|rss|video|image|audio';

const IS_MEDIA = new RegExp(`^(${MEDIA})$`, 'i');

/** What a document of this extension or media type is called; empty where it is no document's. */
export function typeNamed(text: string): string {
  return TYPES.find(([pattern]) => pattern.test(text.toLowerCase()))?.[1] ?? '';
}

function extensionOf(name: string): string {
  return /\.(\w+)$/.exec(name)?.[1] ?? '';
}

/** What reading the addresses of a link says: the kind of its document, which may be empty, or that it is none. */
export interface Address {
  /** `undefined` where nothing in it is a document's. */
  readonly kind: string | undefined;
  /** Whether a page can be there. */
  readonly isPage: boolean;
  /** Whether something else is there, whatever is said of it: a picture or an archive. */
  readonly isMedia: boolean;
}

/** Reads what an address and the name under which it is saved say. */
export function readAddress({ href, pathname, search }: URL, download: string | null): Address {
  const extension = extensionOf(download ?? '') || extensionOf(pathname);
  const isMedia = IS_MEDIA.test(extension);
  // What lies under such a folder is a page about a file, not the file as a page.
  const isPage = !isMedia && PAGE.test(extension) && !/\/downloads?\//.test(pathname);
  const named = typeNamed(extensionOf(download ?? ''));
  if (named) return { kind: named, isMedia, isPage };
  if (PAGES.test(pathname)) return { kind: undefined, isMedia, isPage: true };
  const ending = BY_ENDING.exec(pathname) ?? BY_QUERY.exec(search);
  const kind = ending ? typeNamed(ending[1] ?? '') : BY_FORM.find(([form]) => form.test(href))?.[1];
  // What is there to be saved, and is nothing else by its name, is a document.
  const unnamed = download !== null && !extension ? '' : undefined;
  return { kind: isMedia ? undefined : (kind ?? unnamed), isMedia, isPage };
}
