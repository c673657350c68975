import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileStore } from '../store/file.js'

/** A clinic that lists eight children and asks about them; it is killed when `when` comes to the platform. */
const program = `
import { appendFileSync } from 'node:fs'
import { platformVerifier } from '@tiemchung/identity'
import { fileStore } from '${new URL('../store/file.ts', import.meta.url).href}'
import { context, listedChild, optionsOf } from '${new URL('day.fixture.ts', import.meta.url).href}'
import { openDay } from '${new URL('open-day.ts', import.meta.url).href}'
const [folder, when] = process.argv.slice(1)
const at = '2022-05-20T01:00:00Z'
const asked = new Map()
const fetch = async (request) => {
  const { method } = request
  const text = await request.text()
  if (method === 'POST') {
    appendFileSync(folder + '/platform.txt', request.headers.get('idempotency-key') + ' ' + text + '\\n')
  }
  if (method === when) process.kill(process.pid, 'SIGKILL')
  if (method === 'POST') {
    const { id, requests } = JSON.parse(text)
    asked.set(id, requests)
    return Response.json({ id, state: 'pending', results: [] }, { status: 202 })
  }
  const id = new URL(request.url).pathname.split('/').at(-1)
  const results = asked.get(id).map((one) => ({ id: one.id, outcome: 'match', mismatched: [], at, source: 'test' }))
  return Response.json({ id, state: 'done', results })
}
const store = await fileStore(folder)
const options = optionsOf(store, fetch)
const day = openDay(options)
await day.list(Array.from({ length: 8 }, (_, index) => listedChild(index)))
const { http, clock } = options
const consentOf = () => ({ ...context.consentOf(), reference: 'life ' + process.pid })
await day.verifyIdentities(platformVerifier({ http, clock }), { ...context, consentOf, pollMs: 1 })
await store.close()
`

function run(folder: string, when: string): Promise<NodeJS.Signals | number | null> {
  const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', '--input-type=module']
  const child = spawn(process.execPath, [...flags, '-e', program, folder, when], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // The program has no file: what it imports is looked for from here.
    cwd: import.meta.dirname,
  })
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
}

test('a day that was killed while it asked asks on with the same questions under the same key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-verify-kill-'))
  if (process.platform !== 'win32') expect(await run(folder, 'POST')).toBe('SIGKILL')
  else expect(await run(folder, 'POST')).not.toBe(0)
  expect(await run(folder, 'GET')).not.toBe(0)
  expect(await run(folder, 'nothing')).toBe(0)

  const lines = (await readFile(join(folder, 'platform.txt'), 'utf8')).trim().split('\n')
  expect(lines.length).toBeGreaterThanOrEqual(2)
  expect(new Set(lines).size, 'one key and one body').toBe(1)

  const store = await fileStore(folder)
  const children = await store.all('child')
  expect(children).toHaveLength(8)
  for (const { value } of children) expect(value).toMatchObject({ identity: { status: 'matched' } })
  expect([await store.all('question'), await store.all('verification')]).toEqual([[], []])
  await store.close()
  await rm(folder, { recursive: true })
}, 60_000)
