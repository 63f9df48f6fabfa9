/** Where a command writes and what it reads of its context, so that tests can stand in for them. */
export interface CommandContext {
  /** What the person asked for: lists, files, JSON. */
  readonly out: (text: string) => void;
  /** What goes on meanwhile, and what went wrong. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: () => Date;
  /** Is aborted when the process is asked to stop. */
  readonly stop: AbortSignal;
}

/** One command of the `handrail` program. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `handrail COMMAND --help` prints. */
  readonly help: string;
  /**
   * Runs the command.
   *
   * @param args - everything after the command's name.
   * @returns the exit status: 0 where all went well.
   * @throws UsageError where the arguments or settings are wrong.
   */
  run(args: string[], context: CommandContext): Promise<number>;
}

/** What somebody typed, or wrote in a settings file, cannot be done. The message says what to do. */
export class UsageError extends Error {}
