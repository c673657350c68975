/** What `import` says, in both languages. */
import type { Language } from '@tiemchung/core'

/** How sure a proposal is, in words: never by colour alone. */
export type Sureness = 'sure' | 'likely' | 'doubtful'

interface Counts {
  readonly rows: number
  readonly refused: number
  readonly notes: number
}

interface Words {
  readonly sureness: Readonly<Record<Sureness, string>>
  readonly unmapped: string
  readonly missing: string
  readonly written: string
  readonly used: string
  readonly before: (state: Counts | string) => string
  readonly after: (counts: Counts) => string
  readonly saved: string
  readonly notSaved: string
  readonly nothingSaved: string
  readonly noRows: string
  readonly outvoted: (option: string) => string
  readonly seems: (encoding: string, letters: string) => string
}

const vietnamese: Words = {
  sureness: { sure: 'chắc chắn', likely: 'có thể đúng', doubtful: 'cần xem lại' },
  unmapped: 'không dùng',
  missing: 'chưa có cột nào cho',
  written: 'Đã ghi bản đồ cột để xem lại. Sửa rồi chạy lại cùng lệnh.',
  used: 'Dùng bản đồ cột đã có.',
  before: (state) =>
    typeof state === 'string'
      ? `Trước: không đọc được theo mẫu [${state}]`
      : `Trước: ${state.rows} dòng, ${state.refused} dòng có lỗi, ${state.notes} ghi chú`,
  after: ({ rows, refused, notes }) =>
    `Sau: ${rows} dòng, ${refused} dòng có lỗi, ${notes} ghi chú`,
  saved: 'Đã ghi danh sách theo mẫu.',
  notSaved: 'Không ghi danh sách: còn dòng có lỗi.',
  nothingSaved: 'Không ghi danh sách nào.',
  noRows: 'Không có dòng nào: kiểm tra "headingRow" và các cột trong bản đồ.',
  outvoted: (option) => `Bản đồ cột ghi khác với ${option}; bản đồ được dùng.`,
  seems: (encoding, letters) =>
    `Có vẻ là bảng mã ${encoding}, chữ ${letters}. Không chuyển đổi gì; nếu đúng thì thêm --encoding, --letters.`,
}

const english: Words = {
  sureness: { sure: 'sure', likely: 'likely', doubtful: 'look again' },
  unmapped: 'not used',
  missing: 'nothing gives',
  written: 'The column map was written for review. Correct it and run the same command again.',
  used: 'The column map that is there was used.',
  before: (state) =>
    typeof state === 'string'
      ? `Before: cannot be read as the layout [${state}]`
      : `Before: ${state.rows} rows, ${state.refused} refused, ${state.notes} notes`,
  after: ({ rows, refused, notes }) => `After: ${rows} rows, ${refused} refused, ${notes} notes`,
  saved: 'The list was written in the layout.',
  notSaved: 'The list was not written: rows are refused.',
  nothingSaved: 'No list was written.',
  noRows: 'There are no rows: look at "headingRow" and the columns of the map.',
  outvoted: (option) => `The column map says otherwise than ${option}; the map counts.`,
  seems: (encoding, letters) =>
    `It seems to be ${encoding} with letters ${letters}. Nothing is converted; if so, add --encoding, --letters.`,
}

export const importWords: Readonly<Record<Language, Words>> = { vi: vietnamese, en: english }

/** Green, yellow and red as every terminal has them. */
const colours: Readonly<Record<Sureness, number>> = { sure: 32, likely: 33, doubtful: 31 }

/** The word for a confidence, coloured where a person's terminal shows it. */
export function surenessWord(confidence: number, language: Language, colour: boolean): string {
  const sure = confidence >= 0.9 ? 'sure' : 'likely'
  const kind = confidence < 0.6 ? 'doubtful' : sure
  const word = importWords[language].sureness[kind]
  return colour ? `\u001B[${colours[kind]}m${word}\u001B[0m` : word
}
