/**
 * A clinic that is killed: `clinic.ts FOLDER ADDRESS WANTED heavy|light`. It enters records until it has
 * so many, each with its operation in one batch, edits some before, while and after they are sent, sends between, and drains the outbox at the end. A heavy
 * one writes so much beside that its journal is rewritten whenever it is opened.
 */
import { createOutbox } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import { hasCode, type Uuid } from '@tiemchung/core'
import { createHttp } from '@tiemchung/http'

const [folder = '', address = '', wanted = '0', weight] = process.argv.slice(2)
process.stdout.write('opening\n')
const store = await fileStore(folder)
const http = createHttp({ baseUrl: address, retry: { attempts: 2, baseMs: 2 } })
const outbox = createOutbox({
  store,
  backoff: { firstMs: 2, longestMs: 20 },
  send: async ({ id, subject, payload }) => {
    await http.put(`/v1/records/${subject}`, { body: payload, idempotencyKey: id })
    return { subject }
  },
})
const ballast = 'x'.repeat(40_000)
const changes = Array.from({ length: 8 }, (_, index) => ({
  collection: 'day',
  id: 'progress',
  value: `${index}${ballast}`,
}))

/** Edits what was entered, sent or not; what the platform has acknowledged is left. */
async function edit(id: Uuid, subject: string, words: number): Promise<void> {
  try {
    await outbox.revise(id, { subject, words })
  } catch (caught) {
    if (!hasCode(caught, 'clinic.outbox.closed')) throw caught
  }
}

const entered = (await store.all('record')).length
for (let next = entered; next < Number(wanted); next += 1) {
  const subject = `r-${next}`
  const { operations, changes: queued } = await outbox.prepare([
    { kind: 'record', subject, payload: { subject, words: 0 } },
  ])
  const id = operations[0]?.id as Uuid
  await store.write([...queued, { collection: 'record', id: subject, value: { next } }])
  if (weight === 'heavy') await store.write(changes)
  if (next % 3 === 1) await edit(id, subject, 1)
  if (next % 4 !== 3) continue
  const draining = outbox.drain()
  for (let words = 2; words < 6; words += 1) {
    await edit(id, subject, words)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await draining
}
await outbox.drain({ untilSettled: true })
await store.close()
