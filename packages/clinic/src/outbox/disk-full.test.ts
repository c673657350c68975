import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { fileStore } from '../store/file.js'
import { createOutbox } from './outbox.js'

const operations = 60

/** A clinic that queues, then drains until its disk takes no more; it says what it sent, and how it ended. */
const program = `
import { createOutbox } from '${new URL('outbox.ts', import.meta.url).href}'
import { fileStore } from '${new URL('../store/file.ts', import.meta.url).href}'
const say = (line) => process.stdout.write(line + '\\n')
const store = await fileStore(process.argv[1])
const send = async ({ id }) => {
  say('sent ' + id)
  return null
}
const outbox = createOutbox({ store, send })
const note = (_, index) => ({ kind: 'note', subject: 's' + index, payload: 'x'.repeat(300) })
await outbox.add(Array.from({ length: ${operations} }, note))
try {
  await outbox.drain()
  say('ended well')
} catch (caught) {
  say('ended ' + caught.code)
}
`

/** Runs the clinic where no file may grow beyond so many blocks of 512 bytes, as on a disk that is full. */
function runWithin(blocks: number, folder: string): Promise<readonly string[]> {
  const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', '--input-type=module']
  const command = `ulimit -f ${blocks} && exec "$@"`
  const argv = [process.execPath, ...flags, '-e', program, folder]
  const env = { ...process.env, TSX_DISABLE_CACHE: '1' }
  const child = spawn('sh', ['-c', command, 'sh', ...argv], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return new Promise((resolve) => {
    child.on('close', () => resolve(text.trim().split('\n')))
  })
}

test.skipIf(process.platform === 'win32')(
  'a disk that is full while a queue is drained: a code, and nothing lost or sent under two ids',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clinic-full-'))
    const said = await runWithin(120, folder)
    expect(said.at(-1)).toMatch(/^ended clinic\.(outbox\.not-kept|store\.[a-z-]+)$/)
    const before = said.flatMap((line) => (line.startsWith('sent ') ? [line.slice(5)] : []))
    expect(before.length).toBeGreaterThan(0)
    expect(before.length).toBeLessThan(operations)

    const store = await fileStore(folder)
    const after: string[] = []
    const outbox = createOutbox({
      store,
      send: ({ id }) => {
        after.push(id)
        return Promise.resolve(null)
      },
    })
    const kept = await outbox.all()
    expect(kept).toHaveLength(operations)
    const acknowledged = kept.filter(({ state }) => state === 'acknowledged')
    for (const { id } of acknowledged) expect(before).toContain(id)
    expect(await outbox.drain()).toMatchObject({ acknowledged: operations, waiting: 0 })
    await store.close()
    const all = new Set(kept.map(({ id }) => id as string))
    expect(new Set([...before, ...after])).toEqual(all)
    expect(after).toHaveLength(operations - acknowledged.length)
    await rm(folder, { recursive: true })
  },
  60_000,
)
