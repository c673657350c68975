/** The words of lists on paper, in the language of those who fill them in. */
import type { MatchField, OpenCaseClass, ReturnedDocument } from '@tiemchung/schemas/wire'

type Finding = ReturnedDocument['findings'][number]

export const classWords: Readonly<Record<OpenCaseClass, string>> = {
  'no-number': 'Chưa có số',
  'malformed-number': 'Số sai định dạng',
  'wrong-number': 'Sai số định danh',
  'wrong-name': 'Sai họ tên',
  'wrong-birth-date': 'Sai ngày sinh',
  'wrong-sex': 'Sai giới tính',
  'wrong-several': 'Sai nhiều trường',
  'wrong-unnamed': 'Sai, chưa rõ trường',
  unverified: 'Không xác minh được',
}

export const fieldWords: Readonly<Record<MatchField, string>> = {
  number: 'số',
  name: 'họ tên',
  'birth-date': 'ngày sinh',
  sex: 'giới tính',
}

export const officeWords = {
  police: 'Công an xã',
  health: 'Trạm y tế',
  'residents-group': 'Tổ dân cư',
} as const

export const outcomeWords: Readonly<Record<Finding['outcome'], string>> = {
  'claim-wrong': 'Khai sai',
  'register-wrong': 'CSDL dân cư sai',
  'left-open': 'Chưa kết luận',
}

export const reasonWords: Readonly<Record<NonNullable<Finding['because']>, string>> = {
  'birth-certificate': 'Giấy khai sinh',
  'citizen-card': 'Thẻ căn cước',
  'residence-file': 'Hồ sơ cư trú',
  'civil-register': 'Sổ hộ tịch',
  'person-heard': 'Gặp trực tiếp',
}

export const sexWords = { male: 'Nam', female: 'Nữ', unknown: 'Chưa rõ' } as const

const folded = (text: string) => text.normalize('NFC').trim().toLowerCase()

/** The code behind a word that somebody filled in, or undefined when it is none of the words. */
export function codeOfWord<Code extends string>(
  words: Readonly<Record<Code, string>>,
  text: string,
): Code | undefined {
  const codes = Object.keys(words) as Code[]
  return codes.find((code) => folded(words[code]) === folded(text))
}
