import {
  type FeedbackReport,
  feedbackReport,
  reportCsv,
  reportPage,
} from '@tiemchung/feedback/report'
import {
  checkEvidence,
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

const report = (): Promise<FeedbackReport> =>
  feedbackReport([item], { at, policy: feedbackPolicy9458, units: [] })

export const feedbackDecisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/feedback/rules#dueAt': () => [
      () => dueAt(new Date('2022-04-14T02:00:00Z'), feedbackPolicy9458),
    ],
    '@tiemchung/feedback/rules#routeFeedback': () => [
      () => routeFeedback(request, feedbackPolicy9458),
    ],
    '@tiemchung/feedback/rules#checkEvidence': () => [
      () => checkEvidence(new TextEncoder().encode(markedText), feedbackPolicy9458),
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
    '@tiemchung/feedback/report#feedbackReport': () => [report],
    '@tiemchung/feedback/report#reportCsv': () => [async () => reportCsv(await report(), 'vi')],
    '@tiemchung/feedback/report#reportPage': () => [async () => reportPage(await report(), 'vi')],
    '@tiemchung/feedback/rules#mayAct': () => [() => mayAct('resolved', 'approve')],
    '@tiemchung/feedback/rules#transition': () => [() => transition('resolved', 'approve')],
  },
}
