/**
 * The program that is killed: `asker QUESTIONS JOURNAL ADDRESS ANSWERS`. It asks a list of questions with
 * a journal on the disk, and writes the answers when it has all of them.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createHttp } from '@tiemchung/http'
import { platformVerifier, type VerificationRequest } from '@tiemchung/identity'
import { fileJournal } from '@tiemchung/identity/journal/file'

const [questions = '', journal = '', address = '', answers = ''] = process.argv.slice(2)
process.stdout.write('up')

const token = async () => ({ value: await (await fetch(`${address}/token`)).text() })
const saysTokenExpired = (answer: unknown) =>
  (answer as { readonly code?: string } | undefined)?.code === 'platform.signed-out'

const http = createHttp({
  baseUrl: address,
  tokens: token,
  saysTokenExpired,
  timeouts: { attemptMs: 6000, totalMs: 300_000 },
  retry: { attempts: 12, baseMs: 20, capMs: 500 },
})
const list = JSON.parse(await readFile(questions, 'utf8')) as VerificationRequest[]
const kept = await fileJournal(journal)
const given = await platformVerifier({ http }).verifyMany(list, {
  journal: kept,
  pollMs: 2,
})
await writeFile(answers, JSON.stringify(given))
await kept.close()
