/** A sandbox and clients of it, for tests. People are invented, keys are the sandbox's own. */
import {
  concatBytes,
  parseCivilDate,
  parsePartialDate,
  systemClock,
  systemRandom,
  uuidv7,
} from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { type DoseRecord, recordIdFor } from '@tiemchung/schemas'
import { signRecords, softwareSigner } from '@tiemchung/signing'
import { screening } from 'tiemchung-fixtures/dose-record'
import { createSandbox, sandboxOver } from './create-sandbox.js'
import type { Database } from './database/database.js'
import type { Sandbox, SandboxOptions } from './sandbox.js'
import { freshDatabase } from './test-database.fixture.js'
import { movableClock, type SandboxWorld, sandboxWorld } from './world.js'

/** The instant at which test sandboxes begin. */
export const morning = new Date('2022-05-20T01:00:00Z')

export const newId = () => uuidv7({ clock: systemClock, random: systemRandom })

/** An answer with its body read. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Headers
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Readonly<Record<string, object>> }>>>
  >
}

const documents = new WeakMap<Sandbox['openApi'], Document>()

/** The responses that the sandbox's own OpenAPI document has for a request, or undefined. */
function documented(sandbox: Sandbox, method: string, path: string) {
  const document = documents.get(sandbox.openApi) ?? (sandbox.openApi() as Document)
  documents.set(sandbox.openApi, document)
  const [plain = ''] = path.split('?')
  const fits = (template: string) =>
    new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(plain)
  const found = Object.entries(document.paths)
    .filter(([template, item]) => fits(template) && method.toLowerCase() in item)
    .sort(([one], [two]) => one.split('{').length - two.split('{').length)
  return found[0]?.[1][method.toLowerCase()]?.responses
}

/** Every answer that a test gets is one that the OpenAPI document announces, code and media type included. */
function mustBeDocumented(sandbox: Sandbox, request: string, answer: Answer): void {
  const [method = '', path = ''] = request.split(' ')
  const responses = documented(sandbox, method, path)
  if (responses === undefined) return
  const said = JSON.stringify(responses[String(answer.status)] ?? null)
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const code = answer.status < 400 ? '' : `"${answer.status}.${String(answer.body['code'])}"`
  if (said.includes(`"${type}"`) && said.includes(code)) return
  throw new Error(`not in the OpenAPI document: ${request}: ${answer.status} ${type} ${code}`)
}

/** Sends a request to a sandbox, as JSON. */
export async function ask(
  sandbox: Sandbox,
  method: string,
  path: string,
  options: { body?: unknown; raw?: BodyInit; token?: string; headers?: object } = {},
): Promise<Answer> {
  const { body, raw, token, headers } = options
  const response = await sandbox.fetch(
    new Request(`http://sandbox${path}`, {
      method,
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      ...(raw === undefined ? {} : { body: raw }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const isJson = response.headers.get('content-type')?.includes('json') !== false
  const text = isJson ? await response.text() : ''
  if (!isJson) await response.body?.cancel()
  const answer = {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
  }
  mustBeDocumented(sandbox, `${method} ${path}`, answer)
  return answer
}

/** The newest code that was sent to an account or a phone. */
export async function codeFor(
  sandbox: Sandbox,
  to: { account: string } | { phone: string },
): Promise<string> {
  const [message] = await sandbox.messages(to)
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
}

/** Logs in, and gives the access token. */
export async function logIn(sandbox: Sandbox, name: string): Promise<string> {
  const account = sandbox.accounts.find((one) => one.name === name)
  const first = await ask(sandbox, 'POST', '/v1/sessions', {
    body: { account: name, password: account?.password },
  })
  const code = await codeFor(sandbox, { account: name })
  const second = await ask(
    sandbox,
    'POST',
    `/v1/sessions/${String(first.body['challengeId'])}/answer`,
    {
      body: { code },
    },
  )
  return String(second.body['accessToken'])
}

/** Somebody who is in the register. */
export const child = {
  number: '001314000017',
  fullName: 'Nguyễn Thị Mẫu',
  birthDate: parsePartialDate('2014-09-02'),
  sex: 'female',
} as const

/** A sandbox with one child in its register, in a database of its own. */
export async function startSandbox(
  options: Omit<SandboxOptions, 'database' | 'people'> = {},
): Promise<Sandbox> {
  const fresh = await freshDatabase()
  const sandbox = await createSandbox({
    database: fresh.where,
    at: morning,
    // Tests log in and report more often than people do; those of the limits set their own.
    codeLimits: { perPhone: 100_000, perAccount: 100_000 },
    ...options,
  })
  await sandbox.addPeople([child])
  return {
    ...sandbox,
    close: async () => {
      await sandbox.close()
      await fresh.drop()
    },
  }
}

/** A sandbox whose database and world a test has its hands on. */
export async function startOpened(
  options: Omit<SandboxOptions, 'database' | 'people'> = {},
  change: (database: Database, world: SandboxWorld) => [Database, SandboxWorld] = (...same) => same,
): Promise<{ readonly sandbox: Sandbox; readonly database: Database }> {
  const fresh = await freshDatabase()
  const database = await fresh.open()
  const clock = movableClock()
  clock.set(morning)
  const codeLimits = { perPhone: 100_000, perAccount: 100_000 }
  const changed = change(database, sandboxWorld(clock))
  const sandbox = await sandboxOver(...changed, { codeLimits, ...options })
  await sandbox.addPeople([child])
  const close = async () => {
    await sandbox.close()
    await fresh.drop()
  }
  return { sandbox: { ...sandbox, close }, database }
}

/** How many rows each table has, by its name. */
export async function rowsIn(database: Database): Promise<Readonly<Record<string, number>>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' order by table_name`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await database.query<{ count: string | number }>(
      `select count(*) as count from ${name}`,
    )
    counts[name] = Number(row?.count)
  }
  return counts
}

/** Has the child's identity confirmed, and gives the id of the answer. */
export async function verifyChild(
  sandbox: Sandbox,
  token: string,
  claim: object = {},
): Promise<{ id: string; outcome: unknown }> {
  const id = newId()
  const { body } = await ask(sandbox, 'POST', '/v1/identity/verifications', {
    token,
    body: {
      id,
      ...child,
      purpose: 'vaccination-record',
      officer: 'staff-1',
      consent: { form: 'paper', reference: 'P-1', at: morning.toISOString(), by: 'mother' },
      ...claim,
    },
  })
  return { id, outcome: body['outcome'] }
}

/** A parent's report that the sex of a child is wrong. */
export const feedbackRequest = (change: object = {}) => ({
  format: 'feedback/1',
  id: newId(),
  type: 'wrong-sex',
  reporter: { fullName: 'Trần Thị Mẫu', phone: '0912345678', relationship: 'mother' },
  person: { fullName: 'Nguyễn Thị Mẫu', birthDate: '2014-09-02' },
  facility: '01234',
  claimed: { sex: 'female' },
  ...change,
})

/** What the reporter of an item is known by. */
export const ownerOf = (
  item: Answer['body'],
  phone = '0912345678',
): Readonly<Record<string, string>> => ({
  'x-feedback-reference': String(item['reference']),
  'x-feedback-phone': phone,
})

/** A picture that joins up, as large as is wanted: a table of one byte, and a scan of nothing. */
export const jpeg = (table: number, scan = 0): Uint8Array =>
  concatBytes(
    Uint8Array.of(0xff, 0xd8, 0xff, 0xdb, 0, 3, table, 0xff, 0xda, 0, 2),
    new Uint8Array(scan),
    Uint8Array.of(0xff, 0xd9),
  )

/** Sends a report, and gives the answer with the reference. */
export const sendFeedback = (
  sandbox: Sandbox,
  request: ReturnType<typeof feedbackRequest>,
): Promise<Answer> => ask(sandbox, 'PUT', `/v1/feedback/${request.id}`, { body: request })

/** Sends a report and confirms it: an item whose clock runs. */
export async function receivedFeedback(
  sandbox: Sandbox,
  request: ReturnType<typeof feedbackRequest>,
): Promise<Answer['body']> {
  await sendFeedback(sandbox, request)
  const code = await codeFor(sandbox, { phone: request.reporter.phone })
  const path = `/v1/feedback/${request.id}/confirmation`
  return (await ask(sandbox, 'POST', path, { body: { code } })).body
}

const injection = {
  product: 'comirnaty-10',
  lot: 'FT0520',
  volumeMl: '0.2',
  site: 'left-arm',
  route: 'intramuscular',
  vaccinator: 'nurse-1',
  givenAt: '2022-05-20T02:00:00.000Z',
} as const

/** A complete record of the child's dose, resting on a verification. */
export async function recordOf(
  verificationId: string,
  change: { number?: 1 | 2; facility?: string } = {},
): Promise<DoseRecord> {
  const { number = 1, facility = '01234' } = change
  const date = parseCivilDate('2022-05-20')
  const identityDocument = { kind: 'personal-number', number: child.number } as const
  const person = { fullName: child.fullName, birthDate: child.birthDate, identityDocument }
  const id = await recordIdFor(
    { facility, person, product: 'comirnaty-10', doseNumber: number, date },
    systemCrypto,
  )
  const prior = { number: 1, date: parseCivilDate('2022-04-20'), product: 'comirnaty-10' }
  return {
    format: 'dose-record/1',
    id,
    person: {
      ...person,
      sex: 'female',
      nationality: 'VN',
      guardian: { relationship: 'mother', fullName: 'Trần Thị Mẫu' },
      currentResidence: { province: '01', district: '001', commune: '00001', asOf: date },
    },
    dose: { ...injection, number, date, facility },
    priorDoses: number === 2 ? [prior] : [],
    screening,
    consent: { state: 'agreed', by: 'mother', date },
    identity: {
      status: 'matched',
      verificationId: verificationId as never,
      at: morning.toISOString(),
    },
    enteredAt: '2022-05-20T02:05:00.000Z',
    enteredBy: 'staff-1',
  }
}

/** A record signed with a facility's test key. */
export async function signed(sandbox: Sandbox, record: DoseRecord, facility = '01234') {
  const key = sandbox.authority.facilityKeys.find((one) => one.facility === facility)
  if (key === undefined) throw new Error('the facility has no key')
  const signer = await softwareSigner({
    privateKey: { pkcs8: key.pkcs8 },
    algorithm: 'ES256',
    chain: key.chain,
  })
  const outcome = await signRecords([record], signer, { at: morning })
  const [one] = outcome.signed
  if (one === undefined) throw new Error('nothing was signed')
  return one
}
