/** Each operation asked about the things of a place. An operation that is not in here fails the walk. */
import type { Role } from '@tiemchung/schemas/wire'
import { examples } from '../openapi/examples.js'
import { newId } from '../test-platform.fixture.js'
import { type Place, unitOf } from './places.fixture.js'

/** What fills an operation's path, query, headers and body. */
export interface Filling {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

const date = '2022-05-20'

const exampleOf = (id: string): object => examples[id]?.request ?? {}

const itemOf = (role: Role, { items }: Place) =>
  items.get(role) ?? { id: newId(), revision: 1, reference: 'AAAA-AAAA-AAAA' }

/** What an officer does to an item of a place, having looked at a revision that there never was. */
const act = (body: object) => (place: Place, role: Role) => ({
  path: { id: String(itemOf(role, place)['id']) },
  body: { ...body, revision: 999 },
})

/** Something new, under an id in path and body. */
const freshly = (operation: string, change: object = {}): Filling => {
  const id = newId()
  return { path: { id }, body: { ...exampleOf(operation), ...change, id } }
}

/** One who follows an item of a place. */
function follower(place: Place): Filling {
  const item = itemOf('facility-staff', place)
  const headers = {
    'x-feedback-reference': String(item['reference']),
    'x-feedback-phone': '0912345678',
  }
  return { path: { id: String(item['id']), evidenceId: newId() }, headers }
}

/** One who asks for a file of an item: of their own desk's, or else as the reporter of the facility's. */
const filer =
  (kind: 'files' | 'uploads' | 'new', more: Filling = {}) =>
  (place: Place, role: Role): Filling => {
    const asked = place.files.has(role) ? role : 'facility-staff'
    const evidenceId = kind === 'new' ? newId() : (place[kind].get(asked) ?? '')
    const path = { id: String(itemOf(asked, place)['id']), evidenceId }
    return { ...follower(place), ...more, path }
  }

function minutesOf({ facility }: Place): Filling {
  const { minutes, records } = exampleOf('submitMinutes') as { minutes: object; records: object }
  const id = newId()
  const ledBy = { role: 'commune-chair', fullName: 'Lê Văn Mẫu' }
  return { path: { id }, body: { minutes: { ...minutes, id, facility, ledBy }, records } }
}

/** By operation: what is asked about a place by somebody of a role. */
export const requests: Readonly<Record<string, (place: Place, role: Role) => Filling>> = {
  logIn: () => ({ body: { account: 'nobody' } }),
  answerChallenge: () => ({ path: { id: newId() }, body: {} }),
  refreshSession: () => ({ body: {} }),
  changePassword: () => ({ body: exampleOf('changePassword') }),
  listAudit: () => ({}),
  verifyIdentity: () => ({ body: exampleOf('verifyIdentity') }),
  startVerificationBatch: () => ({ body: { ...exampleOf('startVerificationBatch'), id: newId() } }),
  getVerificationBatch: ({ batches }, role) => ({ path: { id: batches.get(role) ?? newId() } }),
  correctRegister: () => freshly('correctRegister', { number: '001314000017' }),
  shareDose: () => freshly('shareDose'),
  submitRecord: ({ facility }) => {
    const recordId = newId()
    return {
      path: { id: recordId },
      body: { ...exampleOf('submitRecord'), recordId, facility },
    }
  },
  getRecord: ({ record }) => ({ path: { id: record } }),
  listRecords: ({ facility }) => ({ query: { facility, date } }),
  submitMinutes: minutesOf,
  issueCertificate: () => ({ path: { id: newId() }, body: exampleOf('issueCertificate') }),
  revokeCertificate: ({ certificate }) => ({
    path: { id: certificate },
    body: exampleOf('revokeCertificate'),
  }),
  listCourses: () => ({}),
  getCertificate: ({ certificate }) => ({ path: { id: certificate } }),
  listCertificates: ({ record }) => ({ query: { recordId: record } }),
  getTrustList: () => ({}),
  getRevocationList: () => ({}),
  requestFacilityCertificate: () => ({
    path: { id: newId() },
    body: exampleOf('requestFacilityCertificate'),
  }),
  revokeFacilityCertificate: ({ facilityCertificate }) => ({
    path: { id: facilityCertificate },
    body: exampleOf('revokeFacilityCertificate'),
  }),
  getFacilityCertificate: ({ facilityCertificate }) => ({ path: { id: facilityCertificate } }),
  listFacilityCertificates: ({ facility }) => ({ path: { facility } }),
  getFacilitySubject: ({ facility }) => ({ path: { facility } }),
  getFacilityCrls: () => ({}),
  getSignerRegister: () => ({}),
  submitFeedback: () => freshly('submitFeedback'),
  confirmFeedback: (place) => ({ ...follower(place), body: { code: '000000' } }),
  followFeedback: follower,
  findFeedback: (place) => {
    const { headers } = follower(place)
    return headers === undefined ? {} : { headers }
  },
  attachEvidence: filer('new', { body: {} }),
  getEvidence: filer('files'),
  startUpload: filer('new', { body: exampleOf('startUpload') }),
  getUpload: filer('uploads'),
  appendUpload: filer('uploads', { body: {} }),
  watchFeedback: () => ({}),
  reportFeedback: () => ({}),
  openWebhookEndpoint: (place, role) => ({
    path: { id: newId() },
    body: { url: 'http://127.0.0.1:9/', unit: unitOf(role, place) },
  }),
  getWebhookEndpoint: ({ webhooks }, role) => ({ path: { id: webhooks.get(role) ?? newId() } }),
  giveNotice: ({ record }) => ({ path: { id: record } }),
  readNotice: ({ notice }) => ({ path: { id: notice } }),
  listFeedback: (place, role) => ({ query: { unit: unitOf(role, place) } }),
  getFeedback: (place, role) => ({ path: { id: String(itemOf(role, place)['id']) } }),
  supplementFeedback: (place) => ({ ...follower(place), body: exampleOf('supplementFeedback') }),
  withdrawFeedback: follower,
  resendFeedbackCode: follower,
  passOnFeedback: act(exampleOf('passOnFeedback')),
  askFeedback: act(exampleOf('askFeedback')),
  takeFeedback: act({}),
  decideFeedback: act(exampleOf('decideFeedback')),
  resolveFeedback: act(exampleOf('resolveFeedback')),
  listFacilities: () => ({}),
  planDay: ({ facility }) => ({ path: { facility, date }, body: exampleOf('planDay') }),
  reportDay: ({ facility }) => ({
    path: { facility, date },
    body: { ...exampleOf('reportDay'), facility },
  }),
  rollUpDay: ({ district }) => ({ path: { district, date } }),
}

/** Operations in which nobody can name what is not theirs. */
export const aboutOneself: readonly string[] = [
  'requestFacilityCertificate',
  'changePassword',
  'watchFeedback',
  'findFeedback',
  'reportFeedback',
]
