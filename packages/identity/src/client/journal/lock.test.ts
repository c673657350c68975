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

/** Opens the journal, says what came of it, and stays. */
const program = `
import { fileJournal } from '${new URL('file.ts', import.meta.url).href}'
const [path] = process.argv.slice(1)
const said = await fileJournal(path).then(() => 'open', (error) => error.code)
process.stdout.write(said)
setInterval(() => undefined, 1000)
`
const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', '--input-type=module']
const start = (): ChildProcess =>
  spawn(process.execPath, [...flags, '-e', program, path], {
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

  test.each([
    ['another machine', `${process.pid} 1 not-${hostname()}`],
    ['a process that is there', `${process.ppid}  ${hostname()}`],
    ['somebody who cannot be told', ''],
  ])('a lock of %s is respected', async (_, holder) => {
    await writeFile(`${path}.lock`, holder)
    expect(await codeOf(fileJournal(path))).toBe(inUse)
    expect(await readFile(`${path}.lock`, 'utf8')).toBe(holder)
  })

  test('is let go when it turns out to be damaged', async () => {
    await writeFile(path, 'x\n')
    expect(await codeOf(fileJournal(path))).toBe('identity.journal.damaged')
    expect(await readdir(folder)).toEqual(['journal.jsonl'])
  })
})
