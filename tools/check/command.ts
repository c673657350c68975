/** Runs programs for the check steps, without a shell, and keeps what they said. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Ran {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Given to its standard input, which is closed otherwise. */
  readonly input?: string
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void
}

/** Quotes what the shell of Windows would take apart. */
function quoted(arg: string): string {
  return /[\s&|<>^"]/.test(arg) ? `"${arg.replaceAll('"', '""')}"` : arg
}

/** Runs a program; a program that cannot be started rejects, one that fails resolves with its status. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env, input, onOutput }: RunOptions,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    // npm and npx are .cmd files on Windows, which only its shell can start.
    const shell = process.platform === 'win32' && (command === 'npm' || command === 'npx')
    const child = spawn(command, shell ? args.map(quoted) : args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      shell,
    })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      onOutput?.(text)
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
      onOutput?.(text)
    })
    child.on('error', reject)
    // A program that ends before it has read everything says so by its status.
    child.stdin?.on('error', () => undefined).end(input)
    child.on('close', (status) => resolve({ status: status ?? 1, stdout, stderr }))
  })
}

/** Runs a script with the Node at hand. */
export function runNode(args: readonly string[], options: RunOptions): Promise<Ran> {
  return run(process.execPath, args, options)
}

/** The file of a tool installed in the checked tree, to be run with {@link runNode}: no shell shims. */
export function toolIn(root: string, file: string): string {
  return join(root, 'node_modules', file)
}

/** The lines of what a program said, without colours and empty ends. */
export function linesOf({ stdout, stderr }: Ran): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape starts a colour code.
  const plain = `${stdout}\n${stderr}`.replace(/\u001b\[[0-9;]*m/g, '')
  return plain.split(/\r?\n/).filter((line) => line.trim() !== '')
}
