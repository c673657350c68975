/** A platform in memory that keeps reports and files, behind a network that goes by a script. */
import { fixedClock } from '@tiemchung/core'
import { createHttp, type Http } from '@tiemchung/http'
import { type FeedbackItem, type FeedbackRequest, feedbackItemSchema } from '@tiemchung/schemas'

/**
 * What happens to one request: it is lost before it arrives, its answer is lost, the answer is a 503 although
 * it took effect, or a refusal.
 */
export type Fault = 'lost' | 'answer-lost' | 'late-503' | 'refused' | undefined

export const reference = 'AB12-CD34-EF56'
export const phone = '0900000001'

/** A report of an invented father. */
export const form = {
  type: 'wrong-name',
  reporter: { fullName: 'Lê Văn Mẫu', phone, relationship: 'father' },
  person: { fullName: 'Lê Thị Thử', birthDate: '2016-05-01' },
  claimed: { fullName: 'Lê Thị Thử' },
} as unknown as Omit<FeedbackRequest, 'format' | 'id'>

/** The item that a platform makes of a report. */
export const itemOf = (id: string, more: object = {}): FeedbackItem =>
  feedbackItemSchema.parse({
    id,
    reference,
    request: { format: 'feedback/1', id, ...form },
    state: 'received',
    handler: { level: 'ministry', unit: 'BYT' },
    evidence: [],
    supplements: [],
    events: [],
    correction: [],
    revision: 1,
    ...more,
  })

interface Upload {
  readonly bytes: number
  readonly parts: Uint8Array[]
}

const lengthOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, one) => sum + one.length, 0)

/** What the platform holds, to be counted. */
export interface Held {
  /** Texts of reports by id. */
  readonly reports: Map<string, string>
  /** Files by id, whole. */
  readonly files: Map<string, Uint8Array>
  /** Bytes of pieces that it took, a piece that came twice counted twice. */
  taken: number
  readonly asked: string[]
  readonly requests: Request[]
}

class Platform implements Held {
  readonly reports = new Map<string, string>()
  readonly files = new Map<string, Uint8Array>()
  readonly asked: string[] = []
  readonly requests: Request[] = []
  taken = 0
  readonly #uploads = new Map<string, Upload>()

  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const [, , , id = '', , file = '', upload] = pathname.split('/')
    const own = request.headers.get('x-feedback-reference') === reference
    if (pathname.endsWith('/confirmation')) return this.#confirmed(id, await request.json())
    if (pathname.startsWith('/v1/notices/')) return this.#notice()
    if (file === '' && request.method === 'PUT') return this.#report(id, await request.text())
    if (!own) return Response.json({}, { status: 404 })
    if (pathname.endsWith('/code')) return Response.json({ id, reference }, { status: 202 })
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (upload === undefined) return this.#whole(file, bytes, request)
    return this.#piece(file, bytes, request)
  }

  #report(id: string, text: string): Response {
    const known = this.reports.get(id)
    if (known !== undefined && known !== text) return Response.json({}, { status: 409 })
    this.reports.set(id, text)
    return Response.json({ id, reference }, { status: 202 })
  }

  #confirmed(id: string, body: { code: string }): Response {
    if (body.code !== '123456') return Response.json({ code: 'platform.code' }, { status: 422 })
    return Response.json(itemOf(id))
  }

  #notice(): Response {
    return Response.json({
      recordId: '0180235c-1e80-7000-8000-00000000000a',
      facility: '01234',
      facilityName: 'Trạm Y tế phường Mẫu',
      doseNumber: 1,
      date: '2022-05-20',
      product: 'comirnaty-10',
    })
  }

  #whole(id: string, bytes: Uint8Array, { headers }: Request): Response {
    if (!this.files.has(id)) this.taken += bytes.length
    this.files.set(id, bytes)
    const mediaType = headers.get('content-type')
    return Response.json({ id, mediaType, bytes: bytes.length, sha256: 'a'.repeat(64) })
  }

  #piece(id: string, bytes: Uint8Array, { method, headers }: Request): Response {
    const known = this.#uploads.get(id)
    if (method === 'POST' && known === undefined) {
      const announced = JSON.parse(new TextDecoder().decode(bytes)) as { bytes: number }
      this.#uploads.set(id, { bytes: announced.bytes, parts: [] })
    }
    const upload = this.#uploads.get(id)
    if (upload === undefined) return Response.json({}, { status: 404 })
    const at = { offset: lengthOf(upload.parts), bytes: upload.bytes }
    if (method !== 'PATCH') return Response.json(at)
    if (headers.get('upload-offset') !== String(at.offset)) {
      return Response.json({ code: 'platform.conflict', current: at }, { status: 409 })
    }
    upload.parts.push(bytes)
    this.taken += bytes.length
    const offset = at.offset + bytes.length
    if (offset === upload.bytes) this.files.set(id, Buffer.concat(upload.parts))
    return Response.json({ ...at, offset })
  }
}

/** A client of such a platform; `fault` says what happens to each request, the last word being with the platform. */
export function platform(fault: (request: Request, count: number) => Fault = () => undefined): {
  readonly held: Held
  readonly http: Http
} {
  const held = new Platform()
  const http = createHttp({
    baseUrl: 'https://platform.example.vn',
    clock: fixedClock(new Date('2022-04-14T02:00:00Z')),
    sleep: () => Promise.resolve(),
    retry: { attempts: 1 },
    fetch: async (request: Request) => {
      held.requests.push(request.clone())
      held.asked.push(`${request.method} ${new URL(request.url).pathname}`)
      const what = fault(request, held.asked.length)
      if (what === 'lost') throw new TypeError('fetch failed')
      if (what === 'refused') return Response.json({ code: 'platform.body' }, { status: 422 })
      const answer = await held.answer(request)
      if (what === 'answer-lost') throw new TypeError('terminated')
      return what === 'late-503' ? Response.json({}, { status: 503 }) : answer
    },
  })
  return { held, http }
}
