/**
 * The clinic that is killed: `clinic FOLDER MODE KEY LIMIT [ADDRESS]`. It signs its day until nothing is left, with a key of
 * its own or with a provider at an address, and says a word before and after each step that it could be killed at.
 */
import { readFile } from 'node:fs/promises'
import { fixedClock, fromBase64, toBase64 } from '@tiemchung/core'
import { openDay, type Store } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { covid2022SameDay } from '@tiemchung/schemas'
import { type DaySigningMode, type Signer, softwareSigner } from '@tiemchung/signing'
import { recordDate, recordFacility } from '../record.js'

const [folder = '', mode = 'records', keyFile = '', limit = '5', address] = process.argv.slice(2)
const say = (word: string) => process.stdout.write(`${word}\n`)

const key = JSON.parse(await readFile(keyFile, 'utf8')) as { pkcs8: string; chain: string[] }
const chain = key.chain.map(fromBase64)
const privateKey = { pkcs8: fromBase64(key.pkcs8) }

/** A provider that takes so many texts a call, and knows calls that come again by their id. */
function providerAt(url: string): Signer {
  return {
    algorithm: 'ES256',
    chain,
    limit: Number(limit),
    sign: () => Promise.reject(new Error('asked one by one')),
    signMany: async (data, { request } = {}) => {
      say('asking')
      const body = JSON.stringify({ request, data: data.map(toBase64) })
      const answer = await fetch(url, { method: 'POST', body })
      const { signatures } = (await answer.json()) as { signatures: string[] }
      say('answered')
      return signatures.map(fromBase64)
    },
  }
}

async function ownSigner(): Promise<Signer> {
  const own = await softwareSigner({ privateKey, algorithm: 'ES256', chain })
  return { ...own, limit: Number(limit) }
}

const kept = await fileStore(folder)
const store: Store = {
  ...kept,
  write: async (changes) => {
    say('writing')
    await kept.write(changes)
    say('written')
  },
}
const day = openDay({
  store,
  clock: fixedClock(new Date('2022-05-20T10:00:00Z')),
  facility: { code: recordFacility, canSign: true, district: '001' },
  date: recordDate,
  eligibility: definePolicySet([...covid19Children5To11]),
  completeness: covid2022SameDay.completeness,
  volumes: { 'comirnaty-10': '0.2' },
})
const signer = address === undefined ? await ownSigner() : providerAt(address)
say('up')
let left = 1
for (let times = 0; left > 0 && times < 50; times += 1) {
  const { failed, refused } = await day.sign(signer, { mode: mode as DaySigningMode })
  left = failed.length + refused.length
}
await store.close()
process.exitCode = left === 0 ? 0 : 3
