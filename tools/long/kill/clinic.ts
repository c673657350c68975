/**
 * A clinic that is killed: `clinic.ts FOLDER ADDRESS WANTED heavy|light`. It enters records until it has
 * so many, each with its operation in one batch, sends between, and drains the outbox at the end. A heavy
 * one writes so much beside that its journal is rewritten whenever it is opened.
 */
import { createOutbox } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
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
const entered = (await store.all('record')).length
for (let next = entered; next < Number(wanted); next += 1) {
  const subject = `r-${next}`
  const prepared = await outbox.prepare([{ kind: 'record', subject, payload: { subject, next } }])
  await store.write([...prepared.changes, { collection: 'record', id: subject, value: { next } }])
  if (weight === 'heavy') await store.write(changes)
  if (next % 4 === 3) await outbox.drain()
}
await outbox.drain({ untilSettled: true })
await store.close()
