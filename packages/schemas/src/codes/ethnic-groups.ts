/** One ethnic group, or foreigners. */
export interface EthnicGroup {
  /** Two digits. */
  readonly code: string
  /** As the statistical list spells it; other spellings are in use. */
  readonly name: string
}

const names =
  'Kinh,Tày,Thái,Hoa,Khơ-me,Mường,Nùng,HMông,Dao,Gia-rai,Ngái,Ê-đê,Ba na,Xơ-Đăng,Sán Chay,Cơ-ho,Chăm,' +
  'Sán Dìu,Hrê,Mnông,Ra-glai,Xtiêng,Bru-Vân Kiều,Thổ,Giáy,Cơ-tu,Gié Triêng,Mạ,Khơ-mú,Co,Tà-ôi,Chơ-ro,' +
  'Kháng,Xinh-mun,Hà Nhì,Chu ru,Lào,La Chí,La Ha,Phù Lá,La Hủ,Lự,Lô Lô,Chứt,Mảng,Pà Thẻn,Cơ Lao,Cống,' +
  'Bố Y,Si La,Pu Péo,Brâu,Ơ Đu,Rơ măm,Người nước ngoài'

/**
 * The 54 ethnic groups of Viet Nam by their codes (Decision 121-TCTK/PPCĐ of 02/03/1979), 01 to 54, and
 * 55 for foreigners, as records carry it. Systems write "not known" in different ways (56, 99): here the
 * field is left out.
 */
export const ethnicGroups: readonly EthnicGroup[] = /* @__PURE__ */ names
  .split(',')
  .map((name, index) => ({ code: String(index + 1).padStart(2, '0'), name }))
