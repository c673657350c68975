import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFile } from './index.js'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-lock-'))
  path = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true }))

/** Locks the file when told to, says what came of it, and stays. */
const program = `
import { existsSync } from 'node:fs'
import { lockFile } from '${new URL('index.ts', import.meta.url).href}'
const [path, go] = process.argv.slice(1)
while (go !== undefined && !existsSync(go)) await new Promise((resolve) => setTimeout(resolve, 1))
process.stdout.write((await lockFile(path)) === undefined ? 'taken' : 'mine')
setInterval(() => undefined, 1000)
`
const flags = ['--import', 'tsx', '--input-type=module']
const start = (go: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [...flags, '-e', program, path, ...go], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
const saying = (child: ChildProcess) =>
  new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))))
function killed(child: ChildProcess): Promise<unknown> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  return gone
}

test('a file is locked once, in this process too, and free when it is let go', async () => {
  const letGo = await lockFile(path)
  expect(letGo).toBeDefined()
  expect(await lockFile(path)).toBeUndefined()
  expect(await readdir(folder)).toEqual(['data.lock'])
  await letGo?.()
  expect(await readdir(folder)).toEqual([])
})

test('of several that find the lock of a killed process, one takes it over', async () => {
  const first = start()
  expect(await saying(first)).toBe('mine')
  expect(await lockFile(path)).toBeUndefined()
  await killed(first)
  const go = join(folder, 'go')
  const rivals = Array.from({ length: 4 }, () => start([go]))
  const answers = Promise.all(rivals.map(saying))
  await new Promise((resolve) => setTimeout(resolve, 2000))
  await writeFile(go, '')
  expect((await answers).sort()).toEqual(['mine', 'taken', 'taken', 'taken'])
  await Promise.all(rivals.map(killed))
}, 60_000)

test.each([
  ['another machine', `${process.pid} 1 not-${hostname()}`],
  ['a process that is there', `${process.ppid}  ${hostname()}`],
  ['somebody who cannot be told', ''],
])('a lock of %s is respected', async (_, holder) => {
  await writeFile(`${path}.lock`, holder)
  expect(await lockFile(path)).toBeUndefined()
  expect(await readFile(`${path}.lock`, 'utf8')).toBe(holder)
})

test.runIf(process.platform === 'linux')(
  'a lock of an earlier process with a number that is in use again is stale (where the system says when a process began)',
  async () => {
    await writeFile(`${path}.lock`, `${process.ppid} 1 ${hostname()}`)
    expect(await lockFile(path)).toBeDefined()
  },
)
