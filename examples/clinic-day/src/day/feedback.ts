import {
  type Uuid,
  systemClock,
  systemRandom,
  uuidv7,
  parsePartialDate,
  parseCivilDate,
} from '@tiemchung/core'
import type { Day, RecordCase } from '@tiemchung/clinic'
import { citizenClient, staffClient } from '@tiemchung/feedback'
import { platformVerifier } from '@tiemchung/identity'
import type { FeedbackItem, FeedbackRequest } from '@tiemchung/schemas'
import {
  issuedCertificateSchema,
  pageSchema,
  type IssuedCertificate,
} from '@tiemchung/schemas/wire'
import type { Signer } from '@tiemchung/signing'
import type { TrueChild } from '../generate/truth.js'
import type { Stage } from './stage.js'

const newId = () => uuidv7({ clock: systemClock, random: systemRandom })

/** A photo of one grey point: a real JPEG, small enough to stand here. */
const photo = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  ),
  (letter) => letter.charCodeAt(0),
)

function requestFor(child: TrueChild, record: RecordCase): FeedbackRequest {
  const { person, dose } = record.record
  const wrongSex = child.feedback === 'wrong-sex'
  return {
    format: 'feedback/1',
    id: newId(),
    type: wrongSex ? 'wrong-sex' : 'wrong-dose-date',
    reporter: {
      fullName: child.guardian?.fullName ?? '',
      phone: child.guardian?.phone ?? '',
      relationship: child.guardian?.relationship === 'mother' ? 'mother' : 'father',
    },
    person: { fullName: person.fullName, birthDate: parsePartialDate(person.birthDate) },
    recordId: record.record.id,
    facility: dose.facility,
    claimed: wrongSex
      ? { sex: child.facts.sex }
      : { doseDate: parseCivilDate('2022-05-18'), doseNumber: dose.number },
  }
}

/** The parent reports, attaches a photo, confirms with the one-time code. */
async function report(stage: Stage, request: FeedbackRequest): Promise<FeedbackItem> {
  const citizen = citizenClient({ http: stage.platform.open })
  await citizen.submit(request)
  await citizen.attach(request.id, newId(), photo)
  const code = await stage.platform.codeFor({ phone: request.reporter.phone })
  return citizen.confirm(request.id, code)
}

/** What handling the two reports came to. */
export interface FeedbackOutcome {
  readonly approved: {
    readonly reference: string
    readonly handler: string
    readonly dueAt: string
  }
  readonly rejected: { readonly reference: string; readonly reason: string }
  readonly oldCertificate: IssuedCertificate | undefined
  readonly newCertificate: IssuedCertificate | undefined
}

async function certificateFor(
  stage: Stage,
  recordId: string,
): Promise<IssuedCertificate | undefined> {
  const central = stage.platform.as('central-signer')
  const { items } = await central.get('/v1/certificates', {
    query: { recordId },
    schema: pageSchema(issuedCertificateSchema),
  })
  return items[0]
}

/** The police put the register right; the record is amended, matched, signed and sent again. */
async function amend(
  stage: Stage,
  day: Day,
  signer: Signer,
  child: TrueChild,
  recordId: string,
  feedbackId: Uuid,
): Promise<Uuid> {
  const id = newId()
  await stage.platform.as('police.00001').put(`/v1/register/corrections/${id}`, {
    body: { id, number: child.facts.number, sex: child.facts.sex, officer: 'police.00001' },
    idempotencyKey: id,
  })
  const amendment = await day.amend(
    recordId,
    { person: { sex: child.facts.sex } },
    { reason: 'feedback', by: 'staff.01234', feedbackId },
  )
  const http = stage.platform.as('staff.01234')
  await day.verifyIdentities(platformVerifier({ http }), {
    officer: 'staff.01234',
    consentReference: (one) => `PA-${one.key}`,
  })
  await day.sign(signer)
  await day.send({ untilSettled: true })
  return amendment.record.id
}

async function decide(
  stage: Stage,
  item: FeedbackItem,
  decision: Parameters<ReturnType<typeof staffClient>['decide']>[1],
): Promise<FeedbackItem> {
  const staff = staffClient({ http: stage.platform.as('head.01234') })
  return staff.decide(await staff.take(item), decision)
}

/** Two parents report: a wrong sex, which is approved and put right; a date that the paper contradicts. */
export async function handleFeedback(
  stage: Stage,
  day: Day,
  signer: Signer,
  reissue: (replaces: ReadonlyMap<string, string>) => Promise<readonly IssuedCertificate[]>,
): Promise<FeedbackOutcome> {
  const children = await day.children()
  const records = await day.records()
  const find = (kind: TrueChild['feedback']) => {
    const child = stage.truth.children.find((one) => one.feedback === kind)
    const listed = children.find((one) => one.key === child?.key)
    const record = records.find((one) => one.record.id === listed?.recordId)
    if (child === undefined || record === undefined) throw new Error(`no child for ${String(kind)}`)
    return { child, record }
  }
  const sex = find('wrong-sex')
  const date = find('wrong-date')
  const oldCertificate = await certificateFor(stage, sex.record.record.id)
  const wrongSex = await report(stage, requestFor(sex.child, sex.record))
  const wrongDate = await report(stage, requestFor(date.child, date.record))
  const approved = await decide(stage, wrongSex, { outcome: 'approved' })
  await decide(stage, wrongDate, { outcome: 'rejected', reason: 'vaccination-date-differs' })
  const amendmentId = await amend(stage, day, signer, sex.child, sex.record.record.id, approved.id)
  await staffClient({ http: stage.platform.as('head.01234') }).resolve(approved, amendmentId)
  const replaces = new Map(oldCertificate === undefined ? [] : [[amendmentId, oldCertificate.id]])
  const [newCertificate] = await reissue(replaces)
  return {
    approved: {
      reference: wrongSex.reference,
      handler: `${wrongSex.handler.level} ${wrongSex.handler.unit}`,
      dueAt: wrongSex.dueAt ?? '',
    },
    rejected: { reference: wrongDate.reference, reason: 'vaccination-date-differs' },
    oldCertificate,
    newCertificate,
  }
}
