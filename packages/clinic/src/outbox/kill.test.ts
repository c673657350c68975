import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileStore } from '../store/file.js'
import { createOutbox } from './outbox.js'

const wanted = 40

/** A clinic that records one operation after another, sending between; the platform is a file. */
const program = `
import { appendFileSync } from 'node:fs'
import { createOutbox } from '${new URL('outbox.ts', import.meta.url).href}'
import { fileStore } from '${new URL('../store/file.ts', import.meta.url).href}'
const [folder, wanted] = process.argv.slice(1)
process.stdout.write('opening')
const store = await fileStore(folder)
const send = async (operation) => {
  appendFileSync(folder + '/platform.txt', operation.id + ' ' + operation.subject + '\\n')
  await new Promise((resolve) => setTimeout(resolve, 2))
  return null
}
const outbox = createOutbox({ store, send })
for (let next = (await store.all('done')).length; next < Number(wanted); next += 1) {
  const { changes } = await outbox.prepare([{ kind: 'record', subject: 's' + next, payload: next }])
  await store.write([...changes, { collection: 'done', id: 's' + next, value: true }])
  if (next % 3 === 0) await outbox.drain()
}
await outbox.drain()
await store.close()
`

/** Runs the clinic until it has finished, or is killed so many milliseconds after it opened. */
function run(folder: string, killAfter: number | undefined): Promise<number | null> {
  const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', '--input-type=module']
  const child = spawn(process.execPath, [...flags, '-e', program, folder, `${wanted}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let timer: NodeJS.Timeout | undefined
  child.stdout.once('data', () => {
    if (killAfter !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfter)
  })
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

test('a clinic killed at any moment loses no operation and doubles none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-kill-'))
  const pauses = [1, 12, 30, 5, 45].map((most) => most * (0.5 + Math.random() / 2))
  const endings: (number | null)[] = []
  for (const pause of pauses) endings.push(await run(folder, pause))
  expect(endings, 'killed at least once in the middle').toContain(null)
  expect(await run(folder, undefined)).toBe(0)

  const store = await fileStore(folder)
  const all = await createOutbox({ store, send: () => Promise.resolve(null) }).all()
  await store.close()
  expect(all.map((one) => one.state)).toEqual(Array.from({ length: wanted }, () => 'acknowledged'))
  expect(new Set(all.map((one) => one.subject)).size).toBe(wanted)

  const lines = (await readFile(join(folder, 'platform.txt'), 'utf8')).trim().split('\n')
  const byKey = new Map(lines.map((line) => line.split(' ') as [string, string]))
  expect(byKey).toEqual(new Map(all.map((one) => [one.id, one.subject])))
  await rm(folder, { recursive: true })
}, 120_000)
