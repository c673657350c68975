/** Invented people: common family, middle and given names put together at random. */
import type { Dice } from './random.js'

const family =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đoàn Trịnh Đinh Lâm Mai Tạ Lương Quách Ông Ưng'.split(
    ' ',
  )
const middle = {
  male: 'Văn Hữu Đức Công Quang Minh Gia Bảo Thành Xuân Đình Tuấn Ngọc Khắc Thế'.split(' '),
  female: 'Thị Ngọc Thùy Thanh Phương Khánh Quỳnh Hồng Mỹ Diệu Tuyết Bích Ánh Kiều Như'.split(' '),
}
const given = {
  male: 'An Bình Cường Dũng Đạt Hòa Hiếu Huy Khôi Kiệt Lộc Nghĩa Phúc Quý Sơn Thắng Thịnh Tùng Vũ Vỹ Ưởng Ẩn'.split(
    ' ',
  ),
  female:
    'Ánh Châu Diễm Giang Hạnh Hằng Huệ Khuê Lệ Loan Mỹ Nga Nguyệt Nhã Oanh Phượng Quyên Thảo Thủy Trúc Tuyền Uyên Vy Yến Ửng'.split(
      ' ',
    ),
}

export type Sex = 'male' | 'female'

export function inventName(dice: Dice, sex: Sex): string {
  return [dice.pick(family), dice.pick(middle[sex]), dice.pick(given[sex])].join(' ')
}

/** A slip of the kind that clerks make: a tone mark gone, two letters changed places, a wrong middle name. */
export function slipName(dice: Dice, name: string, sex: Sex): string {
  const words = name.split(' ')
  const other = dice.pick(middle[sex].filter((word) => word !== words[1]))
  const bare = name
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
  const swapped = [words[0], other, ...words.slice(2)].join(' ')
  return bare === name || dice.next() < 0.5 ? swapped : bare
}
