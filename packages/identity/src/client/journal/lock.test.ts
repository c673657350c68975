import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../question.fixture.js'
import { fileJournal } from './file.js'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-lock-'))
  path = join(folder, 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

/** Opens the journal when told to, says what came of it, and stays. */
const program = `
import { existsSync } from 'node:fs'
import { fileJournal } from '${new URL('file.ts', import.meta.url).href}'
const [path, go] = process.argv.slice(1)
while (go !== undefined && !existsSync(go)) await new Promise((resolve) => setTimeout(resolve, 1))
const said = await fileJournal(path).then(() => 'open', (error) => error.code)
process.stdout.write(said)
setInterval(() => undefined, 1000)
`
const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', '--input-type=module']
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

const inUse = 'identity.journal.in-use'

describe('a journal on the disk', () => {
  test('is one process at a time, and free again when that was killed', async () => {
    const child = start()
    expect(await saying(child)).toBe('open')
    expect(await codeOf(fileJournal(path))).toBe(inUse)
    await killed(child)
    const journal = await fileJournal(path)
    expect(await codeOf(fileJournal(path))).toBe(inUse)
    await journal.close()
    await (await fileJournal(path)).close()
    expect(await readdir(folder)).toEqual(['journal.jsonl'])
  }, 60_000)

  test('of several that find a stale lock at once, one takes it over', async () => {
    const first = start()
    expect(await saying(first)).toBe('open')
    await killed(first)
    const go = join(folder, 'go')
    const rivals = Array.from({ length: 4 }, () => start([go]))
    const answers = Promise.all(rivals.map(saying))
    await new Promise((resolve) => setTimeout(resolve, 2000))
    await writeFile(go, '')
    expect((await answers).sort()).toEqual([inUse, inUse, inUse, 'open'])
    await Promise.all(rivals.map(killed))
  }, 60_000)

  test.each([
    ['another machine', `${process.pid} 1 not-${hostname()}`],
    ['a process that is there', `${process.ppid}  ${hostname()}`],
    ['somebody who cannot be told', ''],
  ])('a lock of %s is respected', async (_, holder) => {
    await writeFile(`${path}.lock`, holder)
    expect(await codeOf(fileJournal(path))).toBe(inUse)
    expect(await readFile(`${path}.lock`, 'utf8')).toBe(holder)
  })

  test.runIf(process.platform === 'linux')(
    'a lock of an earlier process with a number that is in use again is stale (where the system says when a process began)',
    async () => {
      await writeFile(`${path}.lock`, `${process.ppid} 1 ${hostname()}`)
      await (await fileJournal(path)).close()
    },
  )

  test('is let go when it turns out to be damaged', async () => {
    await writeFile(path, 'x\n')
    expect(await codeOf(fileJournal(path))).toBe('identity.journal.damaged')
    expect(await readdir(folder)).toEqual(['journal.jsonl'])
  })
})
