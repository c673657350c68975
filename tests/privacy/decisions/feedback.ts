import {
  checkEvidence,
  dueAt,
  feedbackPolicy9458,
  mayAct,
  routeFeedback,
  transition,
} from '@tiemchung/feedback/rules'
import type { FeedbackRequest } from '@tiemchung/schemas'
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
    '@tiemchung/feedback/rules#mayAct': () => [() => mayAct('resolved', 'approve')],
    '@tiemchung/feedback/rules#transition': () => [() => transition('resolved', 'approve')],
  },
}
