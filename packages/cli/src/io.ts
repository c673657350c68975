import type { Store } from '@tiemchung/clinic'
import type { Clock, FetchLike } from '@tiemchung/core'

/** One name in a folder. */
export interface FolderEntry {
  readonly name: string
  readonly isFolder: boolean
}

/** Who is at the other end of output and talk. */
export interface Terminal {
  /** Whether words may be coloured: a person's terminal, and no `NO_COLOR`. */
  readonly colour: boolean
  /** Shows one line that the next one replaces, on the side of the talk; absent where nobody would see it. */
  readonly progress?: (line: string) => void
}

/** A file of lines that only grows. */
export interface LineFile {
  /** The lines that were there when it was opened. */
  readonly lines: readonly string[]
  /** Adds a line. When it has returned, the line survives a power cut; when it has not, all of it is there or nothing. */
  append(line: string): Promise<void>
  /** Lets another process have the file. */
  close(): Promise<void>
}

/** Where a secret comes from: never from an argument, which every process of the machine can see. */
export type SecretSource =
  | { readonly variable: string }
  | { readonly descriptor: number }
  /** Asks the person at the terminal, who does not see what is typed. */
  | { readonly question: string }

/** What a command sees of the world outside: data goes to `out`, talk to `say`. */
export interface Io {
  out(text: string): void
  say(text: string): void
  /** The bytes of a file, piece by piece. A file that cannot be read rejects when it is asked for bytes. */
  open(path: string): AsyncIterable<Uint8Array>
  /** The bytes of standard input, piece by piece. */
  stdin(): AsyncIterable<Uint8Array>
  /** Writes a file whole or not at all. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  /** Makes a folder, and those above it; one that is there is left alone. */
  makeFolder(path: string): Promise<void>
  /** Opens a file of lines, which is made when it is not there; undefined while another process has it. */
  openLines(path: string): Promise<LineFile | undefined>
  /** Opens the store of a clinic's day in a folder; one that is not there, or that another process has, rejects. */
  openStore(folder: string): Promise<Store>
  /** A secret; undefined where it is not to be had. A descriptor that cannot be read rejects. */
  secret(source: SecretSource): Promise<string | undefined>
  /** What is in a folder. One that cannot be read rejects. */
  list(folder: string): Promise<readonly FolderEntry[]>
  /**
   * What a program of the search path makes of some bytes, without a shell; undefined where it is not installed. A
   * program that fails rejects.
   */
  runProgram(
    name: string,
    args: readonly string[],
    input: Uint8Array,
  ): Promise<Uint8Array | undefined>
  readonly terminal: Terminal
  /** Whether `\` parts the names of a path, as on Windows. */
  readonly windows: boolean
  /** Where what must outlive a command is kept. */
  readonly stateFolder: string
  /** Default: the host's. */
  readonly fetch?: FetchLike
  readonly clock: Clock
  /** The version of this package. */
  readonly version: string
}
