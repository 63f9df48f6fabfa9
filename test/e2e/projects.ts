import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'test/projects');

/** What the projects would install beside Handrail: this checkout has them already. */
const INSTALLED = [
  ...['.bin', 'vite', 'rollup', '@rollup/plugin-node-resolve', 'webpack', 'typescript'],
  ...['react', 'react-dom', '@types/react', 'vue', 'svelte'],
  // Handrail's own dependencies.
  ...['lit', '@lit/localize', '@lit/reactive-element', '@lit-labs/ssr'],
];

/** A folder with the small projects of test/projects, in which Handrail is installed as npm would. */
export class Projects {
  readonly folder = mkdtempSync(join(tmpdir(), 'handrail-projects-'));
  /** Handrail as it is published. */
  readonly handrail = join(this.folder, 'node_modules/handrail');

  /** Packs Handrail from dist/ and installs what comes of it. */
  static async install(): Promise<Projects> {
    const projects = new Projects();
    try {
      await projects.#install();
    } catch (error) {
      projects.remove();
      throw error;
    }
    return projects;
  }

  async #install(): Promise<void> {
    mkdirSync(this.handrail, { recursive: true });
    const { stdout } = await run(
      'npm',
      ['pack', '--silent', '--ignore-scripts', '--pack-destination', this.folder],
      { cwd: ROOT },
    );
    const tarball = join(this.folder, stdout.trim());
    await run('tar', ['-xzf', tarball, '-C', this.handrail, '--strip-components=1']);
    for (const name of INSTALLED) {
      const link = join(this.folder, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), link);
    }
  }

  /**
   * Copies a project and has it built by its own script.
   *
   * @param environment - `development` for the frameworks' builds that warn of more.
   * @returns its folder, and what the build said.
   */
  async build(
    name: string,
    environment = 'production',
  ): Promise<{ readonly folder: string; readonly said: string }> {
    const folder = this.#copy(name, environment);
    cpSync(join(SOURCES, 'public'), join(folder, 'public'), { recursive: true });
    for (const file of ['handrail-guard.min.js', 'blank.svg']) {
      cpSync(join(this.handrail, 'dist', file), join(folder, 'public', file));
    }
    const said = await this.#script(folder, 'build', environment);
    if (!existsSync(join(folder, 'dist/index.html'))) throw new Error(said);
    return { folder, said };
  }

  /** Checks a project's types. Gives back what is wrong. */
  async types(name: string): Promise<string> {
    return await this.#script(this.#copy(name, 'types'), 'types', 'production');
  }

  #copy(name: string, purpose: string): string {
    const folder = join(this.folder, `${name}-${purpose}`);
    cpSync(join(SOURCES, name), folder, { recursive: true });
    return folder;
  }

  async #script(folder: string, name: string, environment: string): Promise<string> {
    const env = { ...process.env, NODE_ENV: environment };
    const { stdout, stderr } = await run('npm', ['run', '--silent', name], {
      cwd: folder,
      env,
    }).catch((error: unknown) => error as { readonly stdout: string; readonly stderr: string });
    return stdout + stderr;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
