/** The folder of a day: what was signed, in files that `audit` and `verify` read. */
import { utf8 } from '@tiemchung/core'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { type DayEvidence, readSealContent, type SealedDayRecords } from '@tiemchung/signing'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'
import { documentsOf, isObject, type Loose } from '../signature/documents.js'

const lines = (documents: readonly unknown[]) =>
  documents.map((one) => `${JSON.stringify(one)}\n`).join('')

async function write(io: Io, folder: string, name: string, text: string): Promise<string> {
  await writeTo(io, '--out', `${folder}/${name}`, utf8(text))
  return name
}

const signedName = 'signed.ndjson'
const namesIn = async (io: Io, folder: string) => (await io.list(folder)).map(({ name }) => name)

/** Whether a folder has anything that was signed. */
export async function hasEvidence(io: Io, folder: string): Promise<boolean> {
  const names = await namesIn(io, folder)
  return names.some((name) => name === signedName || /^seal-\d+\.json$/.test(name))
}

/** The compact text of what a document has for its JWS; a timestamp does not change it. */
function compactIn(document: unknown): string | undefined {
  const jws = isObject(document) ? document['jws'] : undefined
  if (!isObject(jws)) return typeof jws === 'string' ? jws : undefined
  return [jws['protected'], jws['payload'], jws['signature']].join('.')
}

/** Documents of a file of the folder; none when there is no such file. */
async function kept(io: Io, folder: string, name: string): Promise<readonly unknown[]> {
  const names = await namesIn(io, folder)
  return names.includes(name) ? documentsOf(io, `${folder}/${name}`, ['--out']) : []
}

/** The seal itself, unless it is there: it may have got a timestamp, which cannot be had again. */
async function writeSeal(io: Io, folder: string, name: string, seal: SealedDayRecords['seal']) {
  const [before] = await kept(io, folder, name)
  if (before !== undefined && compactIn(before) === compactIn(seal)) return name
  return write(io, folder, name, lines([seal]))
}

/** A seal, its proofs and its records as they were sealed, under the number of the seal. */
async function writeSealed(
  io: Io,
  folder: string,
  { seal, proofs, texts }: SealedDayRecords,
): Promise<readonly string[]> {
  const number = readSealContent(seal)?.sequence ?? 1
  return [
    await write(io, folder, `records-${number}.ndjson`, texts.map((text) => `${text}\n`).join('')),
    await write(io, folder, `proofs-${number}.ndjson`, lines(proofs)),
    // The seal last: where it is, everything that it is about is there too.
    await writeSeal(io, folder, `seal-${number}.json`, seal),
  ]
}

/**
 * Signed records beside those that are there: what was signed by another call with another list stays, and so does a
 * timestamp.
 */
async function writeSigned(
  io: Io,
  folder: string,
  signed: readonly SignedRecord[],
): Promise<readonly string[]> {
  if (signed.length === 0) return []
  const before = await kept(io, folder, signedName)
  const known = new Map(before.map((one) => [(one as Loose | null)?.['recordId'], one]))
  for (const one of signed) {
    const there = known.get(one.recordId)
    if (compactIn(there) !== compactIn(one)) known.set(one.recordId, one)
  }
  return [await write(io, folder, signedName, lines([...known.values()]))]
}

/**
 * Writes what was signed; the names of the files.
 *
 * @throws InputError `cli.write`
 */
export async function writeEvidence(
  io: Io,
  folder: string,
  { signed, sealed }: DayEvidence,
): Promise<readonly string[]> {
  const files: string[] = []
  for (const one of sealed) files.push(...(await writeSealed(io, folder, one)))
  return [...files, ...(await writeSigned(io, folder, signed))]
}
