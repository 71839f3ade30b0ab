import type { zhConformity } from '../zh-CN/conformity.ts'

type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly [string, string]
      : Words<T[K]>
}

/** Words of the form check of official papers. */
export type ConformityWords = Words<typeof zhConformity>

export const enConformity: ConformityWords = {
  assertions: {
    1: ['The file opens and is well-formed', 'Open it in Word or WPS and save it as .docx.'],
    2: ['The paper is A4, 210 mm × 297 mm', 'Set the paper to A4 in the page setup.'],
    3: ['Top margin (天头) 37 mm ± 1 mm', 'Set the top margin to 37 mm.'],
    4: ['Binding margin (订口, left) 28 mm ± 1 mm', 'Set the left margin to 28 mm and the gutter to 0.'],
    5: ['The type area is 156 mm wide', 'Left margin 28 mm, right margin 26 mm.'],
    6: ['The type area is 225 mm high: bottom margin 35 mm ± 1 mm', 'Set the bottom margin to 35 mm.'],
    7: ['The body is set in 仿宋', 'Set the Chinese face of these paragraphs to 仿宋_GB2312 or 仿宋.'],
    8: ['Body and headings in size 3号 (16 pt)', 'Set these paragraphs to 三号.'],
    9: ['The body is black', 'Set the colour of these paragraphs to black.'],
    10: ['22 lines to a page: exact pitch of 28 to 30 pt', 'Set the line spacing of the body to exactly 28.95 pt.'],
    11: ['Each paragraph is indented by two characters', 'First line 2 characters, left indent 0; no spaces.'],
    12: ['First level 一、 in 黑体', 'Set these headings in 黑体.'],
    13: ['Second level （一） in 楷体', 'Set these headings in 楷体_GB2312 or 楷体.'],
    14: ['Third level 1. and fourth level （1） in 仿宋', 'Set these headings in 仿宋.'],
    15: ['Nothing in the body is bold', 'Take the bold off.'],
    16: [
      'Levels follow 一、 （一） 1. （1） without a gap',
      'Add the missing level or use the number of the level above; with two levels 一、 and 1. will do.',
    ],
    17: [
      'The title is in 2号 小标宋, centred, not indented',
      'Set the title to 方正小标宋, 二号, centred, first line 0.',
    ],
    18: [
      'The title stands in 1 to 4 lines of whole words, as a trapezoid or rhombus',
      'Break it between words; no line begins with 的 or 、, no line is shorter than both its neighbours.',
    ],
    19: ['The title ends with the kind of paper', 'End it with 通知, 通报, 报告, 请示, 批复, 意见, 函, 纪要 …'],
    20: [
      'The number is code〔year〕number: tortoise-shell brackets, no 第, no leading zero',
      'Write it like 某发〔2025〕3号.',
    ],
    21: [
      'There is exactly one document number; joint papers bear the host’s',
      'Write the number, or remove the extra ones.',
    ],
    22: [
      'Papers that go up name a 签发人：, others do not',
      '报告 and 请示: 签发人：name with a full-width colon; other kinds: remove it.',
    ],
    23: ['The signer’s name is in 楷体', 'Set the name in 3号 楷体 and 签发人： in 仿宋.'],
    24: ['The head has a red rule', 'Add a red rule under the number.'],
    25: ['The red rule is as wide as the type area, 156 mm ± 1 mm', 'Let its ends meet the type area.'],
    26: ['The red rule is 4 mm ± 1 mm under the number', 'Move the rule.'],
    27: [
      'The mark begins 35 mm below the type area’s top (信函: 30 mm below the page’s top)',
      'Change the space above the mark.',
    ],
    28: ['The mark is red', 'Set its colour to red.'],
    29: ['The addressee is flush left and ends with a full-width colon', 'Remove its indent and end it with ：.'],
    30: ['Page 1 shows body text', 'Shorten title or addressees; a long list goes into the 版记.'],
    31: [
      'The listed attachments and the bound ones agree in number, names and order; no mark after a name',
      'Write the names of the attachment pages into the list; check those that are not bound.',
    ],
    32: [
      'Each attachment begins a page, its label in 3号 黑体, flush left',
      'Put a page break before 附件 and set it in 三号 黑体.',
    ],
    33: [
      'The date is in Arabic digits, in full, without leading zeros',
      'Write it like 2025年1月5日; an unsigned paper gets it when signed.',
    ],
    34: [
      'Sealed: the date is 4 characters from the right; else the name 2 characters',
      'Change the right indent of name and date.',
    ],
    35: ['No page holds only name and date', 'Change line or character spacing until body text stands with them.'],
    36: [
      'Rules of the 版记: first and last 0.35 mm, middle 0.25 mm',
      'Set first and last to 1 pt, the middle one to 0.75 pt.',
    ],
    37: ['The last rule of the 版记 lies on the foot of the type area', 'Move the 版记 to the foot of the last page.'],
    38: ['抄送 is in 4号 and ends with a full stop', 'Set it in 四号 and end it with 。'],
    39: ['The printing date is full, followed by 印发, and not before the paper’s date', 'Correct the printing date.'],
    40: [
      'Page numbers stand between two dashes, odd right, even left',
      'Switch on different odd and even pages; write — 1 —, odd right, even left.',
    ],
    41: ['Page numbers are in 4号 宋体', 'Set the footer in 宋体, 四号.'],
    42: ['The dash of the page number is 7 mm ± 2 mm below the type area', 'Change the footer distance.'],
    43: ['At most 22 lines to a page and 28 characters to a line', 'Exact line spacing of 28.95 pt, size 三号.'],
    44: [
      '信函: no number on page 1, no rules and no 印发 row in the 版记; two red double rules of 170 mm, the lower one 20 mm above the page’s foot',
      'Set header and footer of the first page as a 信函 has them; keep only 抄送.',
    ],
    45: [
      'Minutes list who was present, labels in 黑体, without signature and seal',
      'One line below the body write 出席：, label in 3号 黑体; remove the signature.',
    ],
    46: ['Chinese text has full-width marks', 'Replace half-width marks between Han characters.'],
    47: ['Nothing is set with spaces', 'Remove the spaces; use indents, alignment and paragraph spacing.'],
    48: ['Figures in tables equal the published result', 'Correct them from the result, not by hand.'],
    49: [
      'The file names the organ only: no person or machine, no changes, comments, macros or links',
      'Accept changes, remove comments, and clear properties with the document inspector.',
    ],
    50: ['All faces are installed', 'Install these faces and check again; without them only the structure is checked.'],
  },
  status: { pass: 'holds', fail: 'fails', warn: 'look at this', unverified: 'unverified' },
  notHere: 'nothing of the kind',
  conclusion: {
    conforms: 'No fault found',
    structureOnly:
      'No fault in the structure; page or faces were not verified, so this is no statement that the paper conforms',
    faults: 'There are faults',
  },
  form: {
    document: 'document',
    letter: 'letter (信函)',
    minutes: 'minutes (纪要)',
    briefing: 'briefing (简报; no form of the standard)',
    plain: 'no red head',
  },
  place: { file: 'file', section: 'section {n}', page: 'page {n}', paragraph: 'paragraph {n}' },
  counts: 'holds {pass}, fails {fail}, look {warn}, unverified {unverified}',
  found: 'found: {found}',
  clause: 'clause {clause}',
  refused: {
    missing: 'Cannot open {file}. Check the name.',
    empty: 'The file is empty.',
    tooLarge: 'The file is larger than 30 MB. Make its pictures smaller.',
    notDocx: 'This is no .docx. Save .doc and .wps as .docx first.',
    encrypted: 'The file has a password. Remove it first.',
    damaged: 'The file is damaged. Open it in Word or WPS and save it again.',
    tooMuchText: 'The file unfolds into too much and is not opened.',
    noFigures: '{file} is no CSV table. Write the columns in the first line and the units in the first column.',
    oldBrowser: 'This browser is too old to check a file by itself. Use a newer one, or run ./quanheng check-paper.',
    noOffice:
      'LibreOffice or poppler (pdftotext, pdftoppm) is not installed, so the page cannot be checked. Leave out --render, or install them.',
    notSet: 'LibreOffice set no page. Leave out --render to check the structure.',
  },
}
