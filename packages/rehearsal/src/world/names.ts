const surnames = [
  ...'赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方',
]
const given = [
  '文远',
  '思齐',
  '明川',
  '若谷',
  '清扬',
  '知行',
  '景行',
  '怀瑾',
  '乐山',
  '乐水',
  '子衿',
  '望舒',
  '云帆',
  '长风',
  '星河',
  '南乔',
  '书言',
  '安之',
  '见山',
  '听松',
  '𠮷安',
  '䶮',
  '㛃',
  '致远',
  '静好',
  '令仪',
  '如许',
  '鸣谦',
  '允恭',
  '克让',
  '维新',
  '向晚',
]

/** The n-th invented person. Rare characters stand among them on purpose (GB 18030-2022 level 3). */
export const personName = (n: number): string => {
  const surname = surnames[n % surnames.length]
  const name = given[(n * 7) % given.length]
  return `${surname}${name}`
}

/** Numbers that cannot be dialled and mailboxes that cannot exist (RFC 2606). */
export const phoneOf = (n: number): string => `0000-555${String(1000 + n).padStart(4, '0')}`
export const mailOf = (login: string): string => `${login}@yunling.example`
