/** Places near and far from each other, each with people of every role and a thing of every kind. */
import { toBase64 } from '@tiemchung/core'
import { roleSchema, type Role } from '@tiemchung/schemas/wire'
import type { Sandbox } from '../sandbox.js'
import {
  type Answer,
  ask,
  feedbackRequest,
  jpeg,
  logIn,
  newId,
  ownerOf,
  receivedFeedback,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'

const units = {
  here: { facility: '01234', commune: '00001', district: '01001', province: '01' },
  there: { facility: '20001', commune: '00691', district: '02024', province: '02' },
  /** In the district of `here`: another facility, another commune. */
  beside: { facility: '01235', commune: '00002', district: '01001', province: '01' },
  /** In the province of `here`: another district. */
  further: { facility: '01301', commune: '00011', district: '01002', province: '01' },
} as const

/** The day of the things. */
const date = '2022-05-20'

/** The units of a place, from the facility up. */
export type Units = (typeof units)[keyof typeof units]

const facilityOf = ({ facility, commune, district, province }: Units) => ({
  code: facility,
  name: 'Trạm Y tế Mẫu',
  province,
  district: district.slice(2),
  commune,
  canSign: true,
})

const accountAt = (role: Role, at: Units): string =>
  ({
    citizen: 'citizen',
    'facility-staff': `staff.${at.facility}`,
    'facility-head': `head.${at.facility}`,
    'commune-station': `station.${at.commune}`,
    'commune-police': `police.${at.commune}`,
    'commune-chair': `chair.${at.commune}`,
    'district-centre': `district.${at.district}`,
    'provincial-cdc': `cdc.${at.province}`,
    province: `province.${at.province}`,
    ministry: 'ministry',
    'central-signer': 'central-signer',
  })[role]

/** The unit of a role at a place. */
export function unitOf(role: Role, at: Units): string {
  if (role.startsWith('facility')) return at.facility
  if (role.startsWith('commune')) return at.commune
  if (role === 'district-centre') return at.district
  return role === 'ministry' ? 'BYT' : at.province
}

/** Items of feedback by who handles them, for those whom an item can reach. */
async function itemsAt(sandbox: Sandbox, at: Units, tokens: ReadonlyMap<Role, string>) {
  const { facility: _, ...nowhere } = feedbackRequest()
  const { facility, province, commune } = at
  const district = at.district.slice(2)
  const open: readonly (readonly [Role, object])[] = [
    ['facility-staff', { facility }],
    ['commune-station', { province, district, commune }],
    ['district-centre', { province, district }],
    ['provincial-cdc', { province }],
    ['province', { province }],
    ['ministry', {}],
  ]
  const items = new Map<Role, Readonly<Record<string, unknown>>>()
  for (const [role, where] of open) {
    const request = { ...nowhere, id: newId(), ...where } as ReturnType<typeof feedbackRequest>
    const item = await receivedFeedback(sandbox, request)
    const path = `/v1/feedback/${String(item['id'])}/take`
    const body = { revision: item['revision'] }
    const taken = await ask(sandbox, 'POST', path, { token: tokens.get(role) ?? '', body })
    if (taken.status !== 200) throw new Error(`${role} could not take its item`)
    items.set(role, taken.body)
  }
  items.set('facility-head', items.get('facility-staff') ?? {})
  return items.set('commune-police', await passedOn(sandbox, at, tokens))
}

/** An item that a facility has passed on to the police, the one way in which it gets there. */
async function passedOn(sandbox: Sandbox, at: Units, tokens: ReadonlyMap<Role, string>) {
  const item = await receivedFeedback(sandbox, feedbackRequest({ facility: at.facility }))
  const path = `/v1/feedback/${String(item['id'])}`
  const token = tokens.get('facility-staff') ?? ''
  const taken = await ask(sandbox, 'POST', `${path}/take`, {
    token,
    body: { revision: item['revision'] },
  })
  const to = { level: 'police', unit: at.commune }
  const body = { revision: taken.body['revision'], to }
  const passed = await ask(sandbox, 'POST', `${path}/pass-on`, { token, body })
  if (passed.status !== 200) throw new Error('the item was not passed on')
  return passed.body
}

/** A picture with an item. */
async function fileOf(sandbox: Sandbox, item: Answer['body']): Promise<string> {
  const id = newId()
  const raw = new Uint8Array(jpeg(1))
  const digest = toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)))
  const said = { 'content-type': 'image/jpeg', 'content-digest': `sha-256=:${digest}:` }
  const headers = { ...ownerOf(item), ...said }
  const path = `/v1/feedback/${String(item['id'])}/evidence/${id}`
  const kept = await ask(sandbox, 'PUT', path, { raw, headers })
  if (kept.status !== 201) throw new Error('the file was not taken')
  return id
}

/** A webhook endpoint of a unit. */
async function endpointOf(sandbox: Sandbox, unit: string, token: string): Promise<string> {
  const id = newId()
  const body = { url: 'http://127.0.0.1:9/', unit }
  await ask(sandbox, 'PUT', `/v1/webhook-endpoints/${id}`, { token, body })
  return id
}

/** A file under way to an item. */
async function uploadTo(sandbox: Sandbox, item: Answer['body']): Promise<string> {
  const id = newId()
  const path = `/v1/feedback/${String(item['id'])}/evidence/${id}/upload`
  const body = { bytes: 1000, mediaType: 'image/jpeg', sha256: 'ab'.repeat(32) }
  const begun = await ask(sandbox, 'POST', path, { body, headers: ownerOf(item) })
  if (begun.status !== 201) throw new Error('no upload was begun')
  return id
}

/** A batch of questions that an account started. */
async function batchOf(sandbox: Sandbox, token: string): Promise<string> {
  const id = newId()
  const consent = { form: 'paper', reference: 'P-1', at: '2022-05-20T01:00:00Z', by: 'mother' }
  const claim = { number: '001314000017', fullName: 'Nguyễn Thị Mẫu', birthDate: '2014-09-02' }
  const question = { ...claim, sex: 'female', purpose: 'vaccination-record', officer: 'o', consent }
  const body = { id, requests: [{ id: newId(), ...question }] }
  await ask(sandbox, 'POST', '/v1/identity/batches', { token, body })
  return id
}

/** A record of the facility with a certificate that rests on it. */
async function certified(sandbox: Sandbox, at: Units, staff: string, number: number) {
  const { id: verification } = await verifyChild(sandbox, staff)
  const base = await recordOf(verification, { facility: at.facility })
  const record = { ...base, id: newId(), dose: { ...base.dose, number } }
  const one = await signed(sandbox, record, at.facility)
  await ask(sandbox, 'PUT', `/v1/records/${one.recordId}`, { token: staff, body: one })
  const token = await logIn(sandbox, 'central-signer')
  const courses = await ask(sandbox, 'GET', '/v1/courses', { token })
  const [course] = courses.body['items'] as { request: object }[]
  const certificate = newId()
  const body = { request: course?.request, algorithm: 'ES256' }
  const issued = await ask(sandbox, 'PUT', `/v1/certificates/${certificate}`, { token, body })
  if (issued.status !== 201) throw new Error('no certificate was issued')
  return { record: record.id, certificate }
}

/** A report of the facility's day, to be read. */
async function reported(sandbox: Sandbox, { facility }: Units, token: string): Promise<void> {
  const stages = { given: 0, entered: 0, complete: 0, settled: 0, signed: 0, acknowledged: 0 }
  const madeAt = `${date}T01:00:00Z`
  const head = { format: 'day-report/1', facility, date, madeAt }
  const body = { ...head, ...stages, open: {}, finished: true }
  await ask(sandbox, 'PUT', `/v1/day-reports/${facility}/${date}`, { token, body })
}

async function placeAt(sandbox: Sandbox, at: Units, number: number) {
  const tokens = new Map<Role, string>()
  for (const role of roleSchema.options) {
    tokens.set(role, await logIn(sandbox, accountAt(role, at)))
  }
  const staff = tokens.get('facility-staff') ?? ''
  const batches = new Map<Role, string>()
  for (const [role, token] of tokens) batches.set(role, await batchOf(sandbox, token))
  const path = `/v1/facilities/${at.facility}/certificates`
  const listed = await ask(sandbox, 'GET', path, { token: staff })
  const [signing] = listed.body['items'] as { id: string }[]
  const items = await itemsAt(sandbox, at, tokens)
  const webhooks = new Map<Role, string>()
  const files = new Map<Role, string>()
  const uploads = new Map<Role, string>()
  for (const [role, item] of items) {
    files.set(role, await fileOf(sandbox, item))
    uploads.set(role, await uploadTo(sandbox, item))
    webhooks.set(role, await endpointOf(sandbox, unitOf(role, at), tokens.get(role) ?? ''))
  }
  const { record, certificate } = await certified(sandbox, at, staff, number)
  const noticed = await ask(sandbox, 'PUT', `/v1/notices/${record}`, { token: staff })
  await reported(sandbox, at, staff)
  return {
    ...at,
    record,
    certificate,
    notice: String(noticed.body['reference']),
    webhooks,
    files,
    uploads,
    facilityCertificate: signing?.id ?? '',
    tokens,
    batches,
    items,
  }
}

/** A place: its units, who can log in there, and the things that are its own. */
export type Place = Awaited<ReturnType<typeof placeAt>>

/** A sandbox with two places in it that have nothing to do with each other. */
export async function startPlaces(): Promise<{ sandbox: Sandbox; here: Place; there: Place }> {
  const facilities = [units.here, units.there].map(facilityOf)
  const sandbox = await startSandbox({ facilities })
  const here = await placeAt(sandbox, units.here, 2)
  const there = await placeAt(sandbox, units.there, 3)
  return { sandbox, here, there }
}

/** A sandbox with a tree of places in it: a district of two, a province of two districts, a country of two provinces. */
export async function startTree(): Promise<{ sandbox: Sandbox; places: readonly Place[] }> {
  const all = Object.values(units)
  const sandbox = await startSandbox({ facilities: all.map(facilityOf) })
  const places: Place[] = []
  for (const [index, at] of all.entries()) places.push(await placeAt(sandbox, at, index + 2))
  return { sandbox, places }
}
