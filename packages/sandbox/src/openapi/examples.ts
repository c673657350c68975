/** What requests and answers look like, by operation. People are invented; keys and tokens are none. */

const id = '01802361-8400-7000-8000-000000000001'
const other = '01802361-8400-7000-8000-000000000002'
const at = '2022-05-20T09:00:00+07:00'
const date = '2022-05-20'
const hash = 'ab'.repeat(32)
const token = 'not-a-token'

const session = {
  accessToken: token,
  refreshToken: token,
  expiresAt: '2022-05-20T10:00:00+07:00',
  account: 'staff.01234',
  role: 'facility-staff',
  unit: '01234',
}

const verification = {
  id,
  number: '096314900011',
  fullName: 'Nguyễn Thị Mẫu Một',
  birthDate: '2014-09-02',
  sex: 'female',
  purpose: 'vaccination-record',
  officer: 'staff.01234',
  consent: { form: 'paper', reference: 'P-0001', at, by: 'mother' },
}

const verified = { id, outcome: 'match', mismatched: [], at, source: 'sandbox-register' }

const sharedDose = {
  format: 'shared-dose/1',
  id,
  number: '096314900011',
  dose: { number: 1, date, product: 'comirnaty-10', lot: 'FT0520' },
  facility: '01234',
}

const signedRecord = {
  format: 'signed-record/1',
  recordId: id,
  facility: '01234',
  jws: 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA',
}

const receipt = { recordId: id, serverId: other, receivedAt: at, hash }

const minutes = {
  format: 'minutes/1',
  id: other,
  facility: '01235',
  date,
  ledBy: { role: 'facility-head', fullName: 'Lê Văn Mẫu' },
  parties: [{ role: 'police', fullName: 'Phạm Quang Mẫu' }],
  records: [{ recordId: id, hash }],
  concludedAt: '2022-05-20T17:00:00+07:00',
}

const certificateRequest = {
  format: 'certificate-request/1',
  id,
  familyName: 'Nguyễn',
  givenName: 'Thị Mẫu Một',
  birthDate: '2014-09-02',
  nationality: 'VN',
  disease: '840539006',
  dosesReceived: 2,
  courseDoses: 2,
  vaccinationDate: date,
  doseNumber: 2,
  product: 'comirnaty-10',
  lot: 'FT0520',
  recordIds: [id],
}

const certificate = {
  id: other,
  certificateId: 'URN:UVCI:01:VN:EXAMPLE#0',
  text: 'HC1:EXAMPLE',
  issuedAt: at,
  expiresAt: '2023-05-20T09:00:00+07:00',
  recordIds: [id],
  revoked: false,
}

const feedback = {
  format: 'feedback/1',
  id,
  type: 'wrong-sex',
  reporter: { fullName: 'Trần Thị Mẫu', phone: '0912345678', relationship: 'mother' },
  person: { fullName: 'Nguyễn Thị Mẫu Một', birthDate: '2014-09-02' },
  facility: '01234',
  claimed: { sex: 'female' },
}

const decision = { outcome: 'rejected', reason: 'photo-unreadable' }

/** An item in a state, at a revision. */
const item = (state: string, revision: number, more: object = {}) => ({
  id,
  reference: 'ABCD-EFGH-JKLM',
  request: feedback,
  state,
  handler: { level: 'facility', unit: '01234' },
  receivedAt: at,
  dueAt: '2022-05-22T09:00:00+07:00',
  evidence: [],
  supplements: [],
  events: [{ at, action: 'confirm', state }],
  revision,
  correction: [],
  ...more,
})

const district = { level: 'district', unit: '01001' }

const counts = {
  recorded: 12,
  open: 3,
  untouched: 1,
  unassigned: 0,
  dueToday: 1,
  overdue: 1,
  escalated: 0,
  withdrawn: 1,
  met: 7,
  missed: 1,
  medianHours: 6.5,
  p90Hours: 30,
  oldestOpen: at,
}

const reading = { overdue: 1, met: 7, missed: 1 }

const feedbackReport = {
  format: 'feedback-report/1',
  at,
  policy: { id: 'feedback-9458', version: '1' },
  rows: [
    {
      unit: { level: 'facility', unit: '01234' },
      name: 'Trạm Y tế phường Mẫu',
      parent: district,
      known: true,
      loggedIn: true,
      lastLogIn: at,
      own: counts,
      all: counts,
    },
  ],
  total: counts,
  readings: { strict: reading, lenient: reading },
  neverLoggedIn: [{ ...district, name: 'Trung tâm Y tế 01001' }],
}

const endpoint = {
  id,
  url: 'https://clinic.example.vn/webhooks',
  unit: '01234',
  delivered: 0,
  waiting: 0,
  givenUp: 0,
}

const facility = {
  code: '01234',
  name: 'Trạm Y tế phường Mẫu',
  province: '01',
  district: '001',
  commune: '00001',
  canSign: true,
}

const report = {
  format: 'day-report/1',
  facility: '01234',
  date,
  madeAt: at,
  given: 120,
  entered: 120,
  complete: 118,
  settled: 115,
  signed: 115,
  acknowledged: 115,
  open: { 'identity.mismatch': 3 },
  finished: false,
}

const signingCertificate = {
  id,
  facility: '01234',
  chain: ['AAAA', 'AAAA'],
  serial: '4a',
  fingerprint: hash,
  notBefore: at,
  notAfter: '2023-05-20T09:00:00+07:00',
  dueFrom: '2023-04-20T09:00:00+07:00',
  revoked: false,
  events: [{ at, what: 'issued', by: 'head.01234' }],
}

const revocation = { at, what: 'revoked', by: 'head.01234', reason: 'keyCompromise' }

const plan = { vaccinating: true }

/** What an operation is asked, and what it answers. */
export interface Example {
  readonly request?: object
  readonly answer: object | string
}

export const examples: Readonly<Record<string, Example>> = {
  logIn: {
    request: { account: 'staff.01234', password: 'not-a-password' },
    answer: { challengeId: id },
  },
  answerChallenge: { request: { code: '012345' }, answer: session },
  refreshSession: { request: { refreshToken: token }, answer: session },
  changePassword: {
    request: { current: 'not-a-password', next: 'not-a-password-either' },
    answer: { account: 'staff.01234', at },
  },
  verifyIdentity: { request: verification, answer: verified },
  startVerificationBatch: {
    request: { id: other, requests: [verification] },
    answer: { id: other, state: 'pending', results: [] },
  },
  getVerificationBatch: { answer: { id: other, state: 'done', results: [verified] } },
  correctRegister: {
    request: { id, number: '096314900011', sex: 'female', officer: 'police.00001' },
    answer: { id, at },
  },
  shareDose: {
    request: sharedDose,
    answer: { id, state: 'taken', receivedAt: at, hash },
  },
  submitRecord: { request: signedRecord, answer: receipt },
  getRecord: { answer: signedRecord },
  listRecords: {
    answer: {
      items: [{ recordId: id, facility: '01234', receivedAt: at, superseded: false, signed: true }],
    },
  },
  submitMinutes: {
    request: { minutes, records: ['{"format":"dose-record/1"}'] },
    answer: { id: other, receipts: [receipt] },
  },
  issueCertificate: {
    request: { request: certificateRequest, algorithm: 'ES256' },
    answer: certificate,
  },
  revokeCertificate: {
    request: { reason: 'issued-in-error' },
    answer: { ...certificate, revoked: true },
  },
  listCourses: { answer: { items: [{ recordIds: [id], request: certificateRequest }] } },
  getCertificate: { answer: certificate },
  listCertificates: { answer: { items: [certificate] } },
  getTrustList: {
    answer: { format: 'trust-list/1', version: '1', issuedAt: at, nextUpdate: at, items: [] },
  },
  getRevocationList: {
    answer: { format: 'revocation-list/1', version: '0', issuedAt: at, nextUpdate: at, groups: [] },
  },
  requestFacilityCertificate: { request: { request: 'AAAA' }, answer: signingCertificate },
  revokeFacilityCertificate: {
    request: { reason: 'keyCompromise' },
    answer: {
      ...signingCertificate,
      revoked: true,
      events: [...signingCertificate.events, revocation],
    },
  },
  getFacilityCertificate: { answer: signingCertificate },
  listFacilityCertificates: { answer: { items: [signingCertificate] } },
  getFacilitySubject: {
    answer: {
      commonName: 'TEST Trạm Y tế phường Mẫu',
      organization: 'TEST Trạm Y tế phường Mẫu',
      country: 'VN',
      userId: 'MST:0000001234',
    },
  },
  getFacilityCrls: { answer: { items: ['AAAA', 'AAAA'] } },
  getSignerRegister: {
    answer: {
      format: 'signer-register/1',
      id: 'sandbox.signers',
      version: '0',
      effective: { from: date, to: null },
      published: date,
      sources: [{ id: 'sandbox', number: 'sandbox', confidence: 'inferred' }],
      assumptions: [],
      issuers: [{ kind: 'public', anchors: [hash] }],
      entries: [],
    },
  },
  submitFeedback: { request: feedback, answer: { id, reference: 'ABCD-EFGH-JKLM' } },
  confirmFeedback: { request: { code: '012345' }, answer: item('received', 1) },
  followFeedback: { answer: item('in-review', 2) },
  findFeedback: { answer: item('in-review', 2) },
  attachEvidence: { answer: { id: other, mediaType: 'image/jpeg', bytes: 20_480, sha256: hash } },
  startUpload: {
    request: { bytes: 2_097_152, mediaType: 'image/jpeg', sha256: hash },
    answer: { offset: 0, bytes: 2_097_152 },
  },
  getUpload: { answer: { offset: 1_048_576, bytes: 2_097_152 } },
  appendUpload: { answer: { offset: 1_048_576, bytes: 2_097_152 } },
  watchFeedback: {
    answer: `id: 12\nevent: feedback.changed\ndata: ${JSON.stringify({
      type: 'feedback.changed',
      timestamp: at,
      data: {
        id,
        action: 'take',
        state: 'in-review',
        revision: 2,
        handler: { level: 'facility', unit: '01234' },
      },
    })}\n\n`,
  },
  openWebhookEndpoint: {
    request: { url: 'https://clinic.example.vn/webhooks', unit: '01234' },
    answer: { ...endpoint, secret: 'whsec_bm90IGEgc2VjcmV0LCBhbiBleGFtcGxl' },
  },
  getWebhookEndpoint: { answer: { ...endpoint, delivered: 3 } },
  giveNotice: { answer: { reference: 'H7KQ-29XM-4TRB' } },
  readNotice: {
    answer: {
      recordId: id,
      facility: '01234',
      facilityName: 'Trạm Y tế phường Mẫu',
      doseNumber: 1,
      date,
      product: 'comirnaty-10',
    },
  },
  reportFeedback: { answer: feedbackReport },
  listFeedback: { answer: { items: [item('received', 1)] } },
  takeFeedback: { request: { revision: 1 }, answer: item('in-review', 2) },
  decideFeedback: {
    request: { revision: 2, decision },
    answer: item('rejected', 3, { decision }),
  },
  getFeedback: { answer: item('in-review', 2) },
  passOnFeedback: {
    request: { revision: 2, to: district },
    answer: item('received', 3, { handler: district }),
  },
  askFeedback: {
    request: { revision: 2, asks: 'Xin gửi ảnh giấy xác nhận rõ hơn.' },
    answer: item('needs-information', 3),
  },
  supplementFeedback: {
    request: { claimed: { doseDate: date } },
    answer: item('in-review', 4, { supplements: [{ at, claimed: { doseDate: date } }] }),
  },
  resendFeedbackCode: { answer: { id, reference: 'ABCD-EFGH-JKLM' } },
  withdrawFeedback: { answer: item('withdrawn', 2) },
  resolveFeedback: {
    request: { revision: 3, amendmentId: other },
    answer: item('resolved', 4, { amendmentId: other }),
  },
  listAudit: {
    answer: {
      items: [
        {
          number: 1,
          at,
          action: 'feedback.handle',
          operation: 'takeFeedback',
          account: 'staff.01234',
          thing: id,
          status: 200,
          requestId: other,
        },
      ],
    },
  },
  listFacilities: { answer: { items: [facility] } },
  planDay: { request: plan, answer: plan },
  reportDay: { request: report, answer: report },
  rollUpDay: {
    answer: {
      district: '01001',
      date,
      madeAt: at,
      rows: [{ facility: '01234', state: 'open', report }],
    },
  },
}
