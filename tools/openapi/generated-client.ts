/** A client is generated of the committed document, compiled, and used against a running sandbox. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import openapiTypes, { astToString } from 'openapi-typescript'
import { linesOf, runNode, toolIn } from '../check/command.js'

const conditions = ['--conditions=@tiemchung/source', '--import', 'tsx']

/** What the client's run ends with. */
const expected = { refused: 422, queue: 1, files: 1, state: 'rejected', reason: 'photo-unreadable' }

/** The consumer beside the types that were made of the document. */
async function stage(root: string): Promise<string> {
  const folder = join(root, 'out', 'openapi-client')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'consumers', 'openapi-client'), folder, { recursive: true })
  const text = readFileSync(join(root, 'packages', 'sandbox', 'openapi.json'), 'utf8')
  const types = await openapiTypes(JSON.parse(text) as object as never)
  writeFileSync(join(folder, 'platform.d.ts'), astToString(types))
  return folder
}

/** Runs something with what a sandbox says when it listens, and ends the sandbox. */
async function withSandbox<Value>(
  root: string,
  use: (announced: string) => Promise<Value>,
): Promise<Value> {
  const main = join(root, 'packages', 'sandbox', 'src', 'main.ts')
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [...conditions, main, '--port', '0', '--json'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    const early = ended.then(() => Promise.reject(new Error('the sandbox ended')))
    const line = once(createInterface({ input: child.stdout }), 'line')
    const [announced] = (await Promise.race([line, early])) as [string]
    return await use(announced)
  } finally {
    child.kill()
    await ended
  }
}

/** What is wrong with the client, or with what came of its run. */
export async function clientFaults(root: string): Promise<readonly string[]> {
  const cwd = await stage(root)
  const tsc = toolIn(root, 'typescript/bin/tsc')
  const compiled = await runNode([tsc, '-p', '.', '--pretty', 'false'], { cwd })
  if (compiled.status !== 0) return linesOf(compiled).slice(0, 30)
  const main = join('built', 'main.js')
  const ran = await withSandbox(root, (announced) => runNode([main, announced], { cwd }))
  if (ran.status !== 0) return linesOf(ran).slice(0, 30)
  const said = ran.stdout.trim()
  return said === JSON.stringify(expected) ? [] : [`it ended with ${said}`]
}
