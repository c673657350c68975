/** Three lists as they come in: a school's, a commune station's from before Unicode, a clinic's. People are invented. */
import { writeSheet } from '@tiemchung/schemas/tabular'

/** A file of the samples. */
export interface SampleList {
  readonly name: string
  readonly bytes: Uint8Array
}

type Cell = string | number | null

/** A school: names and days in parts, crosses for the sexes, phones without their zero, no codes. */
const school: readonly (readonly Cell[])[] = [
  ['TRƯỜNG TIỂU HỌC BẢN MẪU'],
  ['DANH SÁCH HỌC SINH TIÊM VẮC XIN'],
  [],
  [
    'TT',
    'Họ và tên đệm',
    'Tên',
    'Ngày',
    'Tháng',
    'Năm',
    'Nam',
    'Nữ',
    'Số định danh',
    'Lớp',
    'Họ tên mẹ',
    'SĐT mẹ',
    'Nhận xét',
  ],
  [
    1,
    'Nguyễn Thị',
    'Bông',
    1,
    6,
    2015,
    null,
    'x',
    '001315000001',
    '1A',
    'Trần Thị Lá',
    912_000_001,
    'ngoan',
  ],
  [
    2,
    'Lê Văn',
    'Cây',
    14,
    11,
    2014,
    'x',
    null,
    1_214_000_017,
    '2A',
    'Lê Thị Cỏ',
    912_000_002,
    null,
  ],
  [3, 'Ðặng Ngọc', 'Hoa', 31, 2, 2015, null, 'x', null, '1A', 'Vũ Thị Rễ', 912_000_003, null],
  [
    4,
    'Trần  Hữu',
    'Quả 2',
    5,
    9,
    2013,
    'x',
    null,
    '001213000044',
    '3B',
    'Đỗ Thị Hạt',
    '09120000',
    null,
  ],
]

/** A clinic: months before days, sexes as 1 and 2, an earlier dose with 2 ml and a lot past its expiry. */
const clinic: readonly (readonly Cell[])[] = [
  [
    'No',
    'Full name',
    'DOB',
    'Gender',
    'Phone',
    'CCCD',
    'Mã tỉnh',
    'Mã quận',
    'Mã xã',
    'Vaccine',
    'Ngày tiêm',
    'Lot',
    'HSD',
    'ml',
    'Mã cơ sở',
  ],
  [
    1,
    'Phạm Minh Suối',
    '06/15/2015',
    2,
    '0912000011',
    '001315000011',
    1,
    1,
    1,
    'Pfizer trẻ em',
    '14/04/2022',
    'FN1234',
    '09/2022',
    0.2,
    '01234',
  ],
  [
    2,
    'Võ Thanh Sông',
    '11/14/2014',
    1,
    '912000012',
    '001214000012',
    '01',
    '001',
    '00004',
    'Pfizer trẻ em',
    '15/04/2022',
    'FN1234',
    '09/2022',
    2,
    '01234',
  ],
  [
    3,
    'Hoàng Đức Núi',
    '02/03/2013',
    1,
    '0912000013',
    '001213000013',
    '01',
    '001',
    '00004',
    'Pfizer',
    '16/04/2022',
    'FN0001',
    '03/2022',
    0.2,
    'BVDK',
  ],
]

/**
 * A commune's health station: CSV in one byte a letter, typed in a font of TCVN3, semicolons; the station's
 * codes are the same in all rows and stand nowhere.
 */
const station = [
  'STT;Hä vµ tªn;Ngµy sinh;Giíi tÝnh;Sè CCCD;Hä tªn mÑ;Sè ®iÖn tho¹i;§Þa chØ',
  '1;Bïi ThÞ M\u00adêi;03/02/2015;N÷;001315000021;Bïi ThÞ N\u00ad¬ng;0912000021;Th«n H¹',
  '2;Ph¹m V¨n B¶o;20/12/2014;Nam;001214000022;Ph¹m ThÞ Bê;0912000022;Th«n Th\u00adîng',
  '3;§Æng Ngäc Suèi;2015;N÷;;§ç ThÞ Ao;;Th«n H¹',
].join('\r\n')

/** The samples, the same every time. */
export async function makeLists(): Promise<readonly SampleList[]> {
  return [
    { name: 'truong-tieu-hoc.xlsx', bytes: await writeSheet(school) },
    { name: 'tram-y-te.csv', bytes: Uint8Array.from(station, (sign) => sign.charCodeAt(0)) },
    { name: 'phong-kham.xlsx', bytes: await writeSheet(clinic) },
  ]
}
