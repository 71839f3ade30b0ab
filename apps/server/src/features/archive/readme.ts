import type { ManifestHead } from '@quanheng/papers/archive/write-archive'
import type { VerifierFile } from './verifiers-here.ts'

/** 说明文件: what the package is and how anyone checks it, for whoever opens it in thirty years. */
export const readme = (head: ManifestHead, mark: string, verifiers: readonly VerifierFile[]): string =>
  `${head.title} 归档包

一、这是什么
本包由${head.organ}于${head.on}用权衡（Quanheng）绩效考评平台制作，收存${head.year}年度考评的方案、数据、
评分表及签字、锁定结果、印发的公文、佐证材料、抽样记录，以及证明它们未被改动的全部操作留痕。
${head.open.length === 0 ? '本年度各项结果均已印发。' : `制作时尚未最终确定：${head.open.join('；')}。`}

二、包内文件
manifest.json      清单：每个文件的大小、SHA-256、SM3、类别和各类保管期限
seal.txt           用平台存证密钥对清单的签名
catalog.csv        归档文件目录（可用表格软件打开）
metadata.json      著录信息，要素名称参照 DA/T 46
eep.xml            封装说明，要素名称参照 DA/T 48：每件公文、方案的著录信息和文件摘要
papers/            印发的公文原件
files/             佐证材料、签字扫描件、报送包，以 SHA-256 为文件名
plans/             印发的各版方案（YAML，可直接阅读）
plans.jsonl        印发的各版方案（参与校验的正文）
objects.jsonl      单位、岗位、方案、数据、评分表、核验、结果、审批等，按留痕时的原文
sheets.jsonl       每次签字所覆盖的评分表内容
scores.jsonl       每项得分所依据的评分表和数据项
runs.jsonl         锁定版：项目得分、汇总、总分、名次、等次
draws.jsonl        随机抽样记录，可凭种子重做
rows.jsonl         本年度的数据行，供导入空系统后只读查阅（./quanheng import）
people.jsonl       所涉人员姓名（不含电话、邮箱）
others.jsonl       留痕提到、但不属于本年度的对象编号
log/               全部留痕（${head.size}条）、操作内容、存证点和公钥

三、怎样核验
1. 用平台：./quanheng verify 本包.zip --key 存证密钥
2. 不用平台：python3 verify.py 本包.zip 存证密钥（只需 Python 3 标准库）
存证密钥在平台启用时应已抄录另存；不给出密钥时用包内公钥，只能证明包内前后一致。
核验内容：每个文件与清单相符；清单的签名；留痕与所签存证点相符（SHA-256 与 SM3 两棵树）；每个对象与留痕
相符；签字与评分表相符且不是同一人；佐证材料齐全；抽样可重做；每项得分由规则和数据重新计算；汇总、总分、
名次、等次重新计算。发现不符时指出第一处。
退出码：0 通过；1 不通过；3 通过，但留痕中有须由人说明之处（时钟被调整、程序变更、另存处没有收到存证点或者被
去掉、时间早于前面的留痕），逐条列出；查明以后用 --seen 写上留痕号，不再提示。
本包的留痕共${head.size}条，存证点为 ${mark}，可与纸质文件页脚的存证点对照。

四、核验程序是否可信
制作时平台所附 Python 核验程序各文件的 SHA-256 如下；使用前先比对（如 sha256sum *.py），不一致的不是同一程序。
${verifiers.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n')}
两个核验程序没有共用代码：同一归档包上结论不一致的，必有一个不可信，请另取原件再核。
`

/** 公开稿说明: what is open, what stays closed, and how both are held against the sealed log. */
export const publicReadme = (head: ManifestHead): string =>
  `${head.title} 公开稿

本稿由${head.organ}于${head.on}从${head.year}年度考评的封存留痕中摘出，公开各单位的总分、名次、等次和各项得分。
${head.open.length === 0 ? '本年度各项结果均已印发。' : `制作时尚未最终确定：${head.open.join('；')}。`}

results.csv        各单位总分、名次、等次（可用表格软件打开）
runs.jsonl         总分锁定版：各项得分、汇总、总分、名次、等次
plans.jsonl        年度方案正文
objects.jsonl      单位、方案版本、锁定版，按留痕时的原文，各附打开其留痕的盐
others.jsonl       没有公开的对象：只列编号（人员、任职、评分表、草稿、佐证等）
log/               全部留痕（${head.size}条，只有摘要，没有姓名和内容）、存证点和公钥
manifest.json、seal.txt   清单及其签名

核验：./quanheng verify 公开稿.zip --key 存证密钥；或 python3 verify.py 公开稿.zip 存证密钥
核验公开的每一项与封存的留痕相符，并由各项得分重新计算总分、名次、等次。没有公开的内容在留痕中只有加盐的摘要，不能由此推知。
`
