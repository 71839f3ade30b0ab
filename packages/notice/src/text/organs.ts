/** Words that a public body's name ends with. */
export const organEnd =
  /(?:政府|委员会|办公室|管委会|党委|党组|党工委|纪委|市委|县委|区委|省委|州委|工委|局|厅|部|委|办|院|署|会|处|所|中心|领导小组|指挥部|专班|公司|集团|银行|支队|大队|总队|学校|中学|小学|幼儿园|大学|学院|医院|馆|站|台|社|行|团|队|科|股|室|街道|乡|镇)(?:[（(][^）)]{1,20}[)）])?$/

/** 大 坪 镇 人 民 政 府: a letterhead set wide. */
export const setWide = /^(?:[\u4e00-\u9fa5]\s){3,20}[\u4e00-\u9fa5]$/

export const isOrgan = (text: string): boolean =>
  text.length >= 3 && text.length <= 45 && organEnd.test(text) && !/[。；：:，！？]|\d{4}年|^关于/.test(text)
