import { parseCivilDate } from '@tiemchung/core'
import {
  type FeedbackReport,
  feedbackReport,
  parseFeedbackUnits,
  reportCsv,
  reportPage,
} from '@tiemchung/feedback/report'
import {
  citizenClient,
  discardDraft,
  memoryStore,
  openDraft,
  staffClient,
} from '@tiemchung/feedback'
import { createHttp } from '@tiemchung/http'
import { noticeLink, noticeReference, noticeSvg, noticeText } from '@tiemchung/feedback/notice'
import { openWebhook, signWebhook } from '@tiemchung/feedback/webhook'
import {
  checkEvidence,
  cleanEvidence,
  correctionOf,
  dueAt,
  feedbackPolicy9458,
  isCorrected,
  isWith,
  lintFeedbackPolicy,
  mayAct,
  mayPassOn,
  mayTake,
  parseFeedbackPolicy,
  readClock,
  routeFeedback,
  transition,
} from '@tiemchung/feedback/rules'
import type { FeedbackItem, FeedbackRequest } from '@tiemchung/schemas'
import { markedText, person } from '../person.js'
import type { Decisions } from './decision.js'

const request = {
  format: 'feedback/1',
  id: '0180235c-1e80-7000-8000-000000000003',
  type: 'wrong-name',
  reporter: { fullName: person.name, phone: person.phone, relationship: 'mother' },
  person: { fullName: person.name, birthDate: '2015-06-01' },
  claimed: { fullName: person.name },
  note: markedText,
} as unknown as FeedbackRequest

const at = new Date('2022-05-25T02:00:00Z')
const desk = { level: 'facility', unit: '22001' } as const
const item = {
  request,
  state: 'approved',
  handler: desk,
  correction: [],
  events: [
    { at: '2022-05-20T02:00:00Z', action: 'confirm', state: 'received', asks: markedText },
    { at: 'soon', action: 'ask', state: 'needs-information', asks: markedText },
  ],
} as unknown as FeedbackItem

/** A test key. */
const secret = 'whsec_dGVzdCBrZXkgdGVzdCBrZXkgdGVzdCBrZXkh'
const notice = {
  page: 'https://a.vn/',
  reference: 'H7KQ-29XM-4TRB',
  doseNumber: 1,
  date: parseCivilDate('2022-05-20'),
  against: 'COVID-19',
  facility: 'Trạm Y tế phường Mẫu',
}

const report = (): Promise<FeedbackReport> =>
  feedbackReport([item], { at, policy: feedbackPolicy9458, units: [] })

/** A platform that repeats in a refusal what it was told. */
const http = createHttp({
  baseUrl: 'https://platform.example.vn',
  sleep: () => Promise.resolve(),
  fetch: () =>
    Promise.resolve(
      Response.json(
        { code: 'platform.conflict', current: item, title: person.name },
        { status: 409 },
      ),
    ),
})

const id = request.id
const follow = { id, reference: 'AB12-CD34-EF56', phone: person.phone }

export const feedbackDecisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/feedback#citizenClient': () => [
      () => citizenClient({ http }).submit(request),
      () => citizenClient({ http }).confirm(id, person.number),
      () => citizenClient({ http }).follow(follow),
      () => citizenClient({ http }).supplement(follow, { note: markedText }),
      () => citizenClient({ http }).withdraw(follow),
      () => citizenClient({ http }).notice(person.name),
    ],
    '@tiemchung/feedback#staffClient': () => [
      () => staffClient({ http }).take({ ...item, id, revision: 1 }),
      () => staffClient({ http }).ask({ ...item, id, revision: 1 }, `${markedText}\n`),
    ],
    '@tiemchung/feedback#openDraft': () => [
      async () => {
        const draft = await openDraft({ http })
        await draft.change({ note: markedText })
        return draft.send()
      },
      async () => {
        const store = memoryStore()
        await store.put('feedback-draft/report', markedText)
        return openDraft({ http, store })
      },
      async () => (await openDraft({ http })).startFromNotice(person.name),
    ],
    '@tiemchung/feedback#discardDraft': () => [() => discardDraft(memoryStore())],
    '@tiemchung/feedback/rules#dueAt': () => [
      () => dueAt(new Date('2022-04-14T02:00:00Z'), feedbackPolicy9458),
    ],
    '@tiemchung/feedback/rules#routeFeedback': () => [
      () => routeFeedback(request, feedbackPolicy9458),
    ],
    '@tiemchung/feedback/rules#checkEvidence': () => [
      () => checkEvidence(new TextEncoder().encode(markedText), feedbackPolicy9458),
    ],
    '@tiemchung/feedback/rules#cleanEvidence': () => [
      () => cleanEvidence(Uint8Array.of(0xff, 0xd8, 0xff, ...new TextEncoder().encode(markedText))),
    ],
    '@tiemchung/feedback/notice#noticeLink': () => [
      () => noticeLink('https://a.vn/', person.name),
      () => noticeLink(`https://a.vn/?${person.phone}`, 'H7KQ-29XM-4TRB'),
    ],
    '@tiemchung/feedback/notice#noticeReference': () => [
      () => noticeReference(`https://a.vn/#${person.name}`),
    ],
    '@tiemchung/feedback/notice#noticeText': () => [
      () => noticeText({ ...notice, reference: person.name }),
      () => noticeText({ ...notice, page: `https://${'a'.repeat(150)}.vn/` }),
    ],
    '@tiemchung/feedback/notice#noticeSvg': () => [
      () => noticeSvg({ ...notice, reference: person.name }),
    ],
    '@tiemchung/feedback/webhook#signWebhook': () => [
      () => signWebhook(markedText, { secret: markedText, id: '1', at }),
    ],
    '@tiemchung/feedback/webhook#openWebhook': () => [
      () => openWebhook(markedText, { 'webhook-id': person.name }, { secrets: [] }),
      async () => {
        const headers = await signWebhook(markedText, { secret, id: '1', at })
        return openWebhook(
          markedText,
          { ...headers },
          { secrets: [secret], clock: { now: () => at } },
        )
      },
    ],
    '@tiemchung/feedback/rules#lintFeedbackPolicy': () => [() => lintFeedbackPolicy(request)],
    '@tiemchung/feedback/rules#parseFeedbackPolicy': () => [() => parseFeedbackPolicy(request)],
    '@tiemchung/feedback/rules#readClock': () => [
      () => readClock(item, at, feedbackPolicy9458.clock),
    ],
    '@tiemchung/feedback/rules#correctionOf': () => [() => correctionOf(item)],
    '@tiemchung/feedback/rules#isCorrected': () => [() => isCorrected(item)],
    '@tiemchung/feedback/rules#isWith': () => [() => isWith(item, desk)],
    '@tiemchung/feedback/rules#mayTake': () => [() => mayTake(item, desk)],
    '@tiemchung/feedback/rules#mayPassOn': () => [() => mayPassOn(desk, desk, feedbackPolicy9458)],
    '@tiemchung/feedback/report#parseFeedbackUnits': () => [
      () => parseFeedbackUnits([{ name: markedText, level: person.name }]),
    ],
    '@tiemchung/feedback/report#feedbackReport': () => [report],
    '@tiemchung/feedback/report#reportCsv': () => [async () => reportCsv(await report(), 'vi')],
    '@tiemchung/feedback/report#reportPage': () => [async () => reportPage(await report(), 'vi')],
    '@tiemchung/feedback/rules#mayAct': () => [() => mayAct('resolved', 'approve')],
    '@tiemchung/feedback/rules#transition': () => [() => transition('resolved', 'approve')],
  },
}
