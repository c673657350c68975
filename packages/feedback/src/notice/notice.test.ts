import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { noticeLink, noticeReference } from './notice-link.js'
import { noticeSvg } from './notice-svg.js'
import { noticeText } from './notice-text.js'

const notice = {
  page: 'https://phan-anh.example.vn/',
  reference: 'H7KQ-29XM-4TRB',
  doseNumber: 1,
  date: parseCivilDate('2022-05-20'),
  against: 'COVID-19',
  facility: 'Trạm Y tế phường Mẫu',
}

const code = (run: () => unknown) => {
  try {
    run()
    return 'none'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('the address', () => {
  test('holds the page and the reference, and gives the reference back', () => {
    const link = noticeLink(notice.page, notice.reference)
    expect(link).toBe('https://phan-anh.example.vn/#H7KQ-29XM-4TRB')
    expect(noticeReference(link)).toBe(notice.reference)
  })

  test.each(['http://a.vn/', 'https://a.vn/?ten=An', 'https://a.vn/#x', 'a.vn', 'https://a .vn/'])(
    'is not made of the page %s',
    (page) => {
      expect(code(() => noticeLink(page, notice.reference))).toBe('feedback.notice.address')
    },
  )

  test.each([
    '034215001234',
    '0901234567',
    '090-123-4567',
    'Nguyễn Văn An',
    'short',
    'a b c d e f g',
    '-abcdefghijk',
  ])('is not made with %s, which could be a number of a person', (reference) => {
    expect(code(() => noticeLink(notice.page, reference))).toBe('feedback.notice.reference')
    expect(noticeReference(`https://a.vn/#${reference}`)).toBeUndefined()
  })
})

describe('the text message', () => {
  test('says it in 160 characters that every telephone has', () => {
    expect(noticeText(notice)).toBe(
      'Da tiem mui 1 COVID-19 ngay 20/05/2022 tai Tram Y te phuong Mau. Thong tin sai? Bao tai https://phan-anh.example.vn/#H7KQ-29XM-4TRB',
    )
  })

  test('cuts a long name, never the address', () => {
    const text = noticeText({ ...notice, facility: 'Trung tâm Y tế '.repeat(20) })
    expect(text.length).toBeLessThanOrEqual(160)
    expect(text.length).toBeGreaterThan(150)
    expect(text.endsWith('#H7KQ-29XM-4TRB')).toBe(true)
  })

  test('is refused where the address leaves no room', () => {
    const page = `https://phan-anh.${'rat-dai.'.repeat(12)}vn/`
    expect(code(() => noticeText({ ...notice, page }))).toBe('feedback.notice.too-long')
  })
})

describe('the sheet', () => {
  test('is A6, with the code, and what to bring', () => {
    const svg = noticeSvg({ ...notice, hotline: '1900 9095' })
    expect(svg).toContain('width="105mm" height="148mm"')
    expect(svg).toContain('Mã phiếu: H7KQ-29XM-4TRB')
    expect(svg).toContain('1900 9095')
    expect(svg).toMatch(/<path d="M4 4h1v1h-1z/)
  })

  test('escapes what it is given and squeezes a long name', () => {
    const svg = noticeSvg({ ...notice, facility: `<script>${'Trạm '.repeat(20)}` })
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('textLength="89"')
  })
})
