import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, idAt, resultFor } from '../question.fixture.js'
import { fileJournal } from './file.js'
import type { JournalEntry } from './journal.js'

const asked: JournalEntry = { kind: 'asked', batch: idAt(9), questions: [idAt(1), idAt(2)] }
const answered: JournalEntry = {
  kind: 'answered',
  batch: idAt(9),
  results: [resultFor(idAt(1)), resultFor(idAt(2), 'not-found')],
}
const refused: JournalEntry = { kind: 'refused', batch: idAt(9) }

describe('fileJournal', () => {
  let folder = ''
  let count = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-journal-'))
  })
  afterAll(() => rm(folder, { recursive: true }))
  const freshPath = () => join(folder, `journal-${(count += 1)}.jsonl`)
  async function filled(): Promise<string> {
    const path = freshPath()
    const journal = await fileJournal(path)
    for (const entry of [asked, answered, refused]) await journal.append(entry)
    await journal.close()
    return path
  }

  test('gives back what was appended, in another life too', async () => {
    const path = await filled()
    expect(await (await fileJournal(path)).read()).toEqual([asked, answered, refused])
  })

  test('is empty where no file is, and readable by its owner alone', async () => {
    const path = freshPath()
    expect(await (await fileJournal(path)).read()).toEqual([])
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0)
  })

  test('cut at any byte it has what was complete, and goes on', async () => {
    const bytes = await readFile(await filled())
    const ends = [...bytes.keys()].filter((index) => bytes[index] === 10).map((end) => end + 1)
    const path = freshPath()
    for (let length = 0; length <= bytes.length; length += 1) {
      await writeFile(path, bytes.subarray(0, length))
      const journal = await fileJournal(path)
      await journal.append(refused)
      const complete = ends.filter((end) => end <= length).length
      const kept = [asked, answered, refused].slice(0, complete)
      expect(await journal.read(), `${length} bytes`).toEqual([...kept, refused])
      await journal.close()
    }
  })

  test.each([
    ['a line that is no JSON', 'x\n'],
    ['a line of another shape', '{"kind":"asked"}\n'],
    ['an outcome of no known word', `${JSON.stringify(answered).replace('match', 'ok')}\n`],
  ])('%s is damage, and named by its line', async (_, line) => {
    const path = await filled()
    await appendFile(path, line)
    await expect(fileJournal(path)).rejects.toMatchObject({
      code: 'identity.journal.damaged',
      params: { line: 4 },
    })
  })

  test('a folder that is not there is told', async () => {
    expect(await codeOf(fileJournal(join(folder, 'none', 'x.jsonl')))).toBe('ENOENT')
  })

  test('nothing is left of what was discarded', async () => {
    const path = await filled()
    const journal = await fileJournal(path)
    await journal.discard()
    expect(await journal.read()).toEqual([])
    expect(await codeOf(readFile(path))).toBe('ENOENT')
    await journal.append(asked)
    expect(await journal.read()).toEqual([asked])
  })
})
