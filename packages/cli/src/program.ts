/** Programs that are installed beside us, run without a shell. */
import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import process from 'node:process'

/** Where a page takes longer, something else is wrong. */
const longestMs = 120_000
/** Pictures of fifty pages have room in it. */
const mostBytes = 268_435_456

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** A program by the search path, never by the folder that we happen to be in. */
async function findProgram(name: string): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute)
  const file = process.platform === 'win32' ? `${name}.exe` : name
  for (const folder of folders) {
    const path = join(folder, file)
    if (await isExecutable(path)) return path
  }
  return undefined
}

function run(path: string, args: readonly string[], input: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: longestMs })
    const parts: Uint8Array[] = []
    let length = 0
    child.stdout.on('data', (part: Uint8Array) => {
      length += part.length
      parts.push(part)
      if (length > mostBytes) child.kill()
    })
    // It may end before it has read everything; its exit code says what that means.
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts))
      else reject(new Error('EPROGRAM'))
    })
    child.stdin.end(input)
  })
}

/** What a program makes of some bytes; undefined where it is not installed. */
export async function runProgram(
  name: string,
  args: readonly string[],
  input: Uint8Array,
): Promise<Uint8Array | undefined> {
  const path = await findProgram(name)
  return path === undefined ? undefined : run(path, args, input)
}
