/**
 * The profiles that come with the package. None was tried against the service itself: test accounts are given
 * by contract. Figures that no source states are assumptions, and say so.
 */
import { parseProviderProfile } from './lint-profile.js'
import type { ProviderOutcome, ProviderProfile } from './profile.js'

const head = { format: 'signing-provider/1', version: '1', published: '2026-11-26' } as const

/** Words of error in the CSC API, and of what OAuth 2 adds. */
const cscStates: Readonly<Record<string, ProviderOutcome>> = {
  access_denied: 'rejected',
  authentication_error: 'credential',
  invalid_client: 'credential',
  invalid_grant: 'credential',
  invalid_token: 'credential',
  invalid_pin: 'credential',
  invalid_otp: 'credential',
  unauthorized_client: 'credential',
  timeout: 'expired',
  quota_exceeded: 'quota',
  key_authorization_failed: 'credential',
  server_error: 'unavailable',
}

const says = (vi: string, en: string) => ({ vi, en })

const noRepeats = {
  id: 'no-repeats',
  says: says(
    'Giao diện CSC không có mã giao dịch do bên gọi chọn, nên lệnh ký bị mất câu trả lời thì không gửi lại.',
    'The CSC API has no transaction id of the caller, so a call that signs is not sent again when its answer is lost.',
  ),
}

const cscLimit = {
  id: 'limit',
  says: says(
    'Số giá trị băm mỗi lần do từng dịch vụ đặt (multisign); 50 là mức thận trọng.',
    'Each service sets its own number of hashes a call (multisign); 50 is cautious.',
  ),
}

const cscTime = {
  id: 'time',
  says: says(
    'Thời gian xác nhận không có trong đặc tả; lấy 5 phút.',
    'The specification does not say how long a confirmation may take; five minutes are assumed.',
  ),
}

/** What both editions of the CSC API and its dialects have in common. */
const cscTerms = {
  assumptions: [noRepeats, cscLimit, cscTime],
  hashes: { value: 50, from: 'limit' },
  confirmation: { value: 300, from: 'time' },
  poll: { first: 2, most: 10 },
  algorithms: ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512'],
  repeats: { value: false, from: 'no-repeats' },
  states: cscStates,
} as const

/** CSC API 1.0.4.0 with Basic log-in, PIN and one-time code. */
export const cscV1Profile: ProviderProfile = /* @__PURE__ */ parseProviderProfile({
  ...head,
  ...cscTerms,
  id: 'csc.v1',
  name: 'CSC API 1.0.4',
  effective: { from: '2019-06-01', to: null },
  sources: [
    {
      id: 'csc-1.0.4',
      number: 'CSC API 1.0.4.0',
      issuer: 'Cloud Signature Consortium',
      confidence: 'secondary',
    },
  ],
  evidence: 'simulated',
  flow: 'csc-v1',
  base: '/csc/v1',
  login: { kind: 'basic' },
  consent: 'secrets',
})

/** CSC API 2 with a token of scope `credential`; signatures are fetched later. */
export const cscV2Profile: ProviderProfile = /* @__PURE__ */ parseProviderProfile({
  ...head,
  ...cscTerms,
  id: 'csc.v2',
  name: 'CSC API 2',
  effective: { from: '2023-04-01', to: null },
  sources: [
    {
      id: 'csc-2',
      number: 'CSC API 2.0.0.2',
      issuer: 'Cloud Signature Consortium',
      confidence: 'secondary',
    },
  ],
  assumptions: [
    ...cscTerms.assumptions,
    {
      id: 'pending',
      says: says(
        'Khi chưa ký xong, câu trả lời không có signatures; dịch vụ báo bằng mã lỗi thì khai mã đó trong states là waiting.',
        'While signatures are not ready an answer has none; a service that says so by an error word has that word in states as waiting.',
      ),
    },
  ],
  evidence: 'simulated',
  flow: 'csc-v2',
  base: '/csc/v2',
  login: { kind: 'token' },
  consent: 'token',
  deferred: true,
})

/** Viettel MySign: a dialect of CSC 1 that hangs until the phone was used. Read, and simulated from that. */
export const mySignProfile: ProviderProfile = /* @__PURE__ */ parseProviderProfile({
  ...head,
  ...cscTerms,
  id: 'vn.viettel.mysign',
  name: 'Viettel MySign',
  effective: { from: '2026-11-26', to: null },
  sources: [
    {
      id: 'integrations',
      number: 'Public integrations of MySign (ADSS RAS)',
      confidence: 'inferred',
    },
  ],
  evidence: 'read',
  flow: 'csc-v1',
  base: '/adss/service/ras',
  login: { kind: 'software', path: '/v1/login' },
  consent: 'phone',
  algorithms: ['RS256', 'ES256'],
})

/** VNPT SmartCA: a transaction that is polled or told of. Read, and simulated from that. */
export const smartCaProfile: ProviderProfile = /* @__PURE__ */ parseProviderProfile({
  ...head,
  id: 'vn.vnpt.smartca',
  name: 'VNPT SmartCA',
  effective: { from: '2024-05-03', to: null },
  sources: [
    {
      id: 'vnpt-4.0',
      number: 'VNPT SmartCA integration, v4.0.0',
      date: '2024-05-03',
      issuer: 'VNPT',
      confidence: 'secondary',
    },
    {
      id: 'vnpt-csc-1.1',
      number: 'VNPT SmartCA, CSC edition, v1.1',
      date: '2024-05-15',
      issuer: 'VNPT',
      confidence: 'secondary',
    },
  ],
  assumptions: [
    {
      id: 'no-repeats',
      says: says(
        'Không rõ dịch vụ có trả lại giao dịch cũ khi transaction_id đến lần hai hay không; coi như không.',
        'Whether a transaction_id that comes again is answered with what it began is not known; it is taken not to be.',
      ),
    },
    {
      id: 'quota-code',
      says: says(
        'Mã lỗi khi hết gói chữ ký và khi quá số giá trị băm không có trong tài liệu đọc được; 4005 và TOO_MANY_FILES là của bộ mô phỏng.',
        'The codes of a package that is used up and of too many hashes were in nothing that could be read; 4005 and TOO_MANY_FILES are those of the simulator.',
      ),
    },
  ],
  evidence: 'read',
  flow: 'smartca',
  base: '/sca/sp769/v1',
  consent: 'phone',
  hashes: { value: 50, from: 'vnpt-csc-1.1' },
  confirmation: { value: 300, from: 'vnpt-csc-1.1' },
  poll: { first: 3, most: 10 },
  algorithms: ['RS256', 'ES256'],
  repeats: { value: false, from: 'no-repeats' },
  states: {
    200: 'done',
    SUCCESS: 'done',
    4000: 'waiting',
    PENDING: 'waiting',
    4001: 'expired',
    EXPIRED: 'expired',
    4002: 'rejected',
    REJECTED: 'rejected',
    4003: 'credential',
    4004: 'unavailable',
    4005: 'quota',
    TOO_MANY_FILES: 'limit',
    401: 'credential',
    403: 'credential',
    409: 'unsure',
  },
})
