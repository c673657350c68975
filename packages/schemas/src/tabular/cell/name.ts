/** Names of people, by the rule of all names. */
import { nameFaults } from '../../text/name-faults.js'
import { type CellReading, refuse } from './reading.js'

const longest = 100

/** Letters that look like those of a Vietnamese name and are others: Eth, African D, Cyrillic. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Ð: 'Đ',
    Ɖ: 'Đ',
    ð: 'đ',
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    А: 'A',
    В: 'B',
    Е: 'E',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
  }),
)

/** Letters of Vietnamese alone, in words apart by single blanks: most names, and nothing wrong with them. */
const usual =
  /^(?:[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+ )*[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]+$/

/** Reads a name. Letters that only look right are refused with the right ones offered. */
export function readName(text: string): CellReading {
  if (text.length > longest) return refuse('tabular.too-long', { most: longest })
  if (usual.test(text)) return { value: text }
  const [fault] = nameFaults(text)
  if (fault === undefined) return { value: text }
  const replaced = [...text].map((sign) => lookalikes.get(sign) ?? sign).join('')
  const repaired = replaced !== text && nameFaults(replaced).length === 0
  return repaired ? refuse('tabular.name-lookalike', {}, replaced) : refuse(fault)
}
