/** Statistical code and name of each, in the order of the codes; a test compares them with the table of units. */
const provincesOfAnnex =
  '01Hà Nội|02Hà Giang|04Cao Bằng|06Bắc Kạn|08Tuyên Quang|10Lào Cai|11Điện Biên|12Lai Châu|14Sơn La|15Yên Bái|17Hòa Bình|19Thái Nguyên|20Lạng Sơn|22Quảng Ninh|24Bắc Giang|25Phú Thọ|26Vĩnh Phúc|27Bắc Ninh|30Hải Dương|31Hải Phòng|33Hưng Yên|34Thái Bình|35Hà Nam|36Nam Định|37Ninh Bình|38Thanh Hóa|40Nghệ An|42Hà Tĩnh|44Quảng Bình|45Quảng Trị|46Thừa Thiên Huế|48Đà Nẵng|49Quảng Nam|51Quảng Ngãi|52Bình Định|54Phú Yên|56Khánh Hòa|58Ninh Thuận|60Bình Thuận|62Kon Tum|64Gia Lai|66Đắk Lắk|67Đắk Nông|68Lâm Đồng|70Bình Phước|72Tây Ninh|74Bình Dương|75Đồng Nai|77Bà Rịa - Vũng Tàu|79Hồ Chí Minh|80Long An|82Tiền Giang|83Bến Tre|84Trà Vinh|86Vĩnh Long|87Đồng Tháp|89An Giang|91Kiên Giang|92Cần Thơ|93Hậu Giang|94Sóc Trăng|95Bạc Liêu|96Cà Mau'

/**
 * First three digits of a personal number: the province (of the 63 before 01/07/2025) where the birth was registered,
 * which is its statistical code after a zero (59/2021/TT-BCA keeps the annex of 07/2016/TT-BCA). A number keeps them
 * when provinces merge. Codes of countries, for births registered abroad, are a second annex that was not found: an
 * unknown code is not an error.
 */
export const provinceOfBirthCode: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ provincesOfAnnex
    .split('|')
    .map((row): [string, string] => [`0${row.slice(0, 2)}`, row.slice(2)]),
)
