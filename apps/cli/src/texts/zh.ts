import type { ImportStage, MakingStage } from '@quanheng/domain/archive/model'
import { message } from '@quanheng/messages/messages'
import { noticedLine } from '@quanheng/messages/noticed'
import { moment } from './moment.ts'
import type { Words } from './words.ts'

const port = (free: number) => `npm start -- --port ${free}`

const damage: Readonly<Record<string, string>> = {
  missing: '缺失',
  digest: '内容与清单不符',
  extra: '清单以外的内容',
  form: '清单格式不对',
  cut: '文件不完整',
}
const steps: Record<MakingStage | ImportStage, string> = {
  collecting: '收集当年内容',
  digesting: '计算校验码',
  writing: '写入归档包',
  verifying: '从头核验文件和留痕',
  recomputing: '重新计算得分',
  keeping: '存入文件库',
  keepingFiles: '存入文件',
  filling: '写入数据',
  comparing: '逐项与封存的内容比对',
  logging: '留痕',
}

const fileFaults = {
  damaged: '内容已变',
  missing: '文件缺失',
  unreadable: '读不出来',
  sm3Differs: 'SM3 与登记不符',
} as const

export const zh: Words = {
  refusals: {
    'data.held': ({ dir, pid, what, address }) =>
      `数据目录 ${dir} 正由进程 ${pid}（${what}）使用${address ? `，地址 ${address}` : ''}。同一数据目录只能由一个进程使用：请先运行 ./quanheng stop 停掉它，或用 --data 指定另一个目录。`,
    'data.foreign': ({ dir, owner }) =>
      `数据目录 ${dir} 属于${owner ? `帐户 ${owner}` : '另一个帐户'}。请用当初启动它的帐户运行，或用 --data 指定另一个目录。`,
    'data.unwritable': ({ dir, reason }) =>
      `不能使用数据目录 ${dir}：${reason}。请检查权限和磁盘，或用 --data 指定另一个目录。`,
    'data.kindChosen': ({ dir, kind }) =>
      `数据目录 ${dir} 已定为${kind === 'real' ? '正式' : kind === 'archive' ? '归档' : '演练'}目录，不能更改。需要另一种时请用 --data 指定新目录。`,
    'data.passwordsLost': ({ file }) => `数据库密码文件 ${file} 不见了，数据库打不开。请从备份中取回这个文件。`,
    'demo.real': ({ dir }) => `数据目录 ${dir} 是正式目录，不能放入演练环境。请用 --data 指定另一个目录。`,
    'server.running': ({ command, pid, address }) =>
      `服务正在运行（进程 ${pid}，${address}），不能执行 ${command}。请先运行 ./quanheng stop。`,
    'server.notRunning': ({ dir }) => `数据目录 ${dir} 没有正在运行的服务。`,
    'server.unreachable': ({ dir, pid }) =>
      `进程 ${pid} 占用数据目录 ${dir}，但没有应答。请查看该进程，必要时结束它后再试。`,
    'host.open': ({ host }) =>
      `监听 ${host} 会让网络上的其他机器明文访问。请同时给出 --tls-cert 和 --tls-key；前面另有 HTTPS 代理时加 --behind-proxy。`,
    'tls.unreadable': ({ file, reason }) => `读不到证书或私钥文件 ${file}：${reason}。`,
    'tls.half': () => '--tls-cert 和 --tls-key 要一起给出。',
    'file.unreadable': ({ file, reason }) => `读不了文件 ${file}：${reason}`,
    'backup.nothing': ({ dir }) => `数据目录 ${dir} 还没有启用，没有可备份的内容。`,
    'key.exists': ({ dir }) =>
      `${dir}/keys/log-sm2.pem 已经存在，密钥不能替换：换了密钥，以后的存证点就无法与以前的核对。`,
    'backup.exists': ({ file }) => `文件 ${file} 已经存在，备份不覆盖任何文件。请换一个名字。`,
    'file.unwritable': ({ file, reason }) => `不能写入 ${file}：${reason}`,
    'archive.refused': ({ code, params }) => message('zh-CN', code, params),
    'backup.failed': ({ file, reason }) =>
      `备份没有做成（${file}）：${reason}。没有留下半成品，请检查磁盘空间和权限后再试。`,
    'backup.badRecipient': ({ recipient, reason }) =>
      `--recipient ${recipient} 不是 age 公钥（应以 age1 开头，由 age-keygen 生成）：${reason}`,
    'backup.weakPassphrase': ({ file, shortest }) => `口令文件 ${file} 中的口令太短，至少 ${shortest} 个字符。`,
    'backup.foreign': ({ file }) => `${file} 不是权衡的备份文件。`,
    'backup.locked': ({ file }) =>
      `打不开加密的备份 ${file}。请用 --identity-file 或 --passphrase-file 给出当初加密所用的密钥或口令。`,
    'backup.damaged': ({ file, part, reason }) =>
      `备份 ${file} 已损坏，没有恢复任何内容。损坏之处：${part || '文件开头'}（${damage[reason] ?? reason}）。请换一份备份。`,
    'backup.newer': ({ name }) => `备份来自较新的程序（迁移 ${name} 本程序没有）。请用不低于备份时版本的程序恢复。`,
    'restore.notEmpty': ({ dir }) =>
      `${dir} 中已有数据。备份只能恢复到空的系统，以免已发生的操作被抹去：请用 --data 指定一个新目录，或用 DATABASE_URL 指定一个空库。`,
    'restore.failed': ({ part, reason }) => `恢复没有完成（${part}）：${reason}。数据库仍是空的，可以再试。`,
    'restore.logDiffers': ({ size }) => `备份中的 ${size} 条留痕重新计算后与备份清单不符，没有恢复。请换一份备份。`,
    'restore.rollback': ({ place, held, size }) =>
      `这份备份早于已存证的状态：${place} 保存着第 ${held} 号存证点，备份只到第 ${size} 号（或内容不同）。恢复它等于回退，其后的操作将不在系统中。确需回退的，加 --accept-rollback，原因将记入留痕；存证点请改存到新的文件夹。`,
    'scanner.badAddress': ({ address }) =>
      `--clamd 的“${address}”不是可用的地址。可以写 tcp://主机:端口，或 unix:/套接字文件的绝对路径。`,
    'checkpoint.badPlace': ({ place }) =>
      `--checkpoints-to 中的“${place}”不是可用的存放处。可以写绝对路径的文件夹、syslog://主机:端口，或见证服务的 http(s) 地址，多处用英文逗号隔开。`,
    'port.taken': ({ host, port: taken, holder, free }) =>
      `端口 ${taken}（${host}）已被${holder ? `进程 ${holder}` : '另一个进程'}占用。请停掉它，或换一个端口：${port(free)}`,
    'port.denied': ({ port: denied }) => `当前帐户不能监听端口 ${denied}。请用 1024 以上的端口：${port(8080)}`,
    'host.unknown': ({ host }) => `本机没有地址 ${host}，不能在上面监听。请检查 --host。`,
    'postgres.missing': ({ platform, major }) =>
      `没有找到 ${platform} 平台的 PostgreSQL ${major}。请重新运行 npm ci；该平台没有内置数据库时，请用 DATABASE_URL 指定一个 PostgreSQL 15 至 18。`,
    'postgres.major': ({ dir, found, program }) =>
      `数据目录 ${dir} 是 PostgreSQL ${found} 的数据，本程序内置 PostgreSQL ${program}。请用原来的版本备份，再在新目录恢复。`,
    'postgres.failed': ({ step, output }) => `数据库没有启动成功（${step}）：\n${output}`,
    'postgres.stuck': ({ pid, dir }) => `数据库进程 ${pid}（${dir}）停不下来。请查看该进程后再试。`,
    'postgres.foreign': ({ pid, dir }) => `数据库进程 ${pid} 正在使用 ${dir}，它属于另一个帐户，不能由当前帐户停掉。`,
    'database.unreachable': ({ where, reason }) => `连不上数据库 ${where}：${reason}。请检查 DATABASE_URL。`,
    'database.version': ({ version }) => `数据库版本是 ${version}；权衡支持 PostgreSQL 15 至 18。`,
    'database.encoding': ({ encoding }) => `数据库的编码是 ${encoding}；请新建 ENCODING 'UTF8' 的数据库。`,
    'database.noRole': ({ login }) =>
      `数据库帐号 ${login} 不属于 quanheng_app。请由数据库管理员执行 deploy/roles.sql 并授权：GRANT quanheng_app TO "${login}"。`,
    'database.appMayNotServe': ({ login }) =>
      `DATABASE_URL 的帐号 ${login} 是超级用户或数据库属主，不能用来提供服务。请用 quanheng_app 登录，属主只写在 DATABASE_OWNER_URL。`,
    'migration.changed': ({ name }) =>
      `迁移文件 ${name} 在执行之后被改动过，数据库不再与程序一致。请恢复该文件的原文。`,
    'migration.unknown': ({ name }) => `数据库已执行迁移 ${name}，而本程序没有它：数据库比程序新。请用较新的程序。`,
    'migration.misnamed': ({ name }) => `迁移文件 ${name} 的名字不合规则（应如 0001_what.sql）。`,
    'migration.gap': ({ name, expected }) => `迁移文件 ${name} 之前缺少编号 ${expected}。`,
    'migration.failed': ({ name, reason }) => `迁移 ${name} 没有成功，数据库停在它之前：${reason}`,
  },
  notices: {
    'data.directory': ({ dir }) => `数据目录：${dir}`,
    'data.moved': ({ asked, dir, account }) =>
      `数据库帐户 ${account} 进不了 ${asked}，数据和数据库程序改放在 ${dir} 一带。`,
    'database.making': ({ dir }) => `正在 ${dir} 建立数据库……`,
    'database.external': ({ where, version }) => `使用外部数据库 ${where}（PostgreSQL ${version}）。`,
    'database.oneLogin': ({ where }) =>
      `只给出一个数据库帐号（${where}）：服务用 SET ROLE 放弃属主权限，比分设两个帐号弱。请按 deploy/roles.sql 建帐号并设置 DATABASE_OWNER_URL。`,
    'database.lost': ({ pid }) => `数据库进程 ${pid} 意外结束，正在重新启动……`,
    'database.back': ({ pid }) => `数据库已恢复（进程 ${pid}）。`,
    'migration.applied': ({ names }) => `已执行数据库迁移：${names}`,
    'migration.none': ({ count }) => `数据库已是最新（${count} 个迁移）。`,
    'backup.making': ({ file }) => `正在备份到 ${file}，写完后从头核对一遍……`,
    'backup.fileAbsent': ({ sha256 }) => `注意：有记录引用的文件 ${sha256} 不在文件库中，备份里也没有。`,
    'backup.fileDamaged': ({ sha256 }) => `注意：文件库中的 ${sha256} 内容已变，按现状备份。`,
    'archive.making': ({ year, file }) => `正在制作${year}年度归档包 ${file}，写完后从头核验一遍……`,
    'archive.step': ({ stage, done, total }) =>
      total === 0 ? `${steps[stage]}……` : `${steps[stage]} ${done}/${total}`,
    'archive.open': ({ text }) => `注意：${text}。归档包中已注明。`,
    'archive.made': ({ file, title, size, leaves, files }) =>
      `归档包已完成并核验：${file}（${title}，${size} 字节，${files} 个文件，留痕 ${leaves} 条）。`,
    'archive.importing': ({ file }) => `正在从头核验归档包 ${file}，通过后才写入……`,
    'archive.noticed': (one) => noticedLine('zh-CN', one, (at) => moment.format(at)),
    'archive.ownKeys': () =>
      '注意：没有用 --key 给出存证密钥，只按归档包自带的公钥核验，只能证明包内前后一致。请与当初抄录的密钥核对。',
    'archive.imported': ({ title, dir, rows, things, leaves, files, login, password }) =>
      `已导入“${title}”，只供查阅：${dir}（留痕 ${leaves} 条已核验，数据 ${rows} 行，${things} 个对象与封存的原文逐字一致，文件 ${files} 个）。\n启动：npm start -- --data ${dir}\n登录名 ${login}，密码 ${password}（只显示这一次，登录后可以修改）。`,
    'backup.made': ({ file, size, leaves, files, open }) =>
      `备份已完成并核对：${file}（${size} 字节，留痕 ${leaves} 条，文件 ${files} 个）。${open ? '未加密，不含存证私钥：请把数据目录下的 keys/log.pem 另行保管，备份文件按内部资料管理。' : ''}`,
    'backup.sound': ({ file, madeAt, leaves, files }) =>
      `备份完好：${file}（作于 ${madeAt}，留痕 ${leaves} 条，文件 ${files} 个）。`,
    'restore.checking': ({ file }) => `正在核对备份 ${file}……`,
    'restore.keyLeftOut': ({ dir }) =>
      `这份备份不含存证私钥。启动前请把原来的 log.pem（有 log-sm2.pem 的一并）放到 ${dir}/keys/（权限 600），否则不能再封存留痕。`,
    'restore.rolledBack': ({ place, held, size }) =>
      `注意：这是回退。${place} 保存着第 ${held} 号存证点，恢复到第 ${size} 号。请把存证点改存到新的文件夹，原文件夹留作证据。`,
    'restore.done': ({ dir, madeAt, leaves, files }) =>
      `已恢复到 ${dir}：备份作于 ${madeAt}，留痕 ${leaves} 条，文件 ${files} 个，逐项核对无误。下次启动的第一条操作记载本次恢复。`,
    'demo.playing': ({ percent, doing }) => `演练全年 ${percent}%：${doing}`,
    'demo.ready': ({ dir, date }) => `演练环境已就绪（演练日期 ${date}）：${dir}`,
    'server.ready': ({ address }) => `权衡已启动，请在浏览器打开 ${address}`,
    'key.made': ({ file, key }) =>
      `已生成 SM2 存证密钥：${file}（只有本帐户可读，请另行备份）。下次启动起，存证点同时用 SM2 签名。公钥如下，请交审计、档案等部门保存：\n${key}`,
    'files.scanner': ({ scanner }) => (scanner ? `查毒：${scanner}` : '查毒：没有配置，文件显示为“未扫描”（--clamd）'),
    'files.unchecked': () => '文件核对：还没有核对过（每天夜间自动核对，也可运行 ./quanheng check-files）',
    'files.checked': ({ at, files, bytes, faults }) =>
      `文件核对：${at}，${files} 个文件，${bytes} 字节，${faults === 0 ? '全部完好' : `${faults} 个有问题`}`,
    'files.reached': ({ percent }) => `文件核对：到 ${percent}% 为止，其余下一夜接着核对`,
    'files.fault': ({ digest, fault, names }) => `${fileFaults[fault]}\t${digest}\t${names}`,
    'server.stopping': () => '正在停止……',
    'server.stopped': ({ pid }) => `已停止（进程 ${pid}）。`,
    'log.sealed': ({ size, at }) => `留痕已封存至第${size}号存证点（${moment.format(new Date(at))}）。`,
    'log.trouble': ({ code, params }) => message('zh-CN', code, params),
    'server.status': ({ pid, database, address, dir, what }) =>
      `${address || what}\t进程 ${pid}\t数据库 ${database || '外部'}\t${dir}`,
  },
  usage: {
    unknownCommand: (name) => `没有命令 ${name}。运行 ./quanheng --help 看全部命令。`,
    unknownOption: (name, command) =>
      `命令 ${command} 没有选项 ${name}。运行 ./quanheng ${command} --help 看全部选项。`,
    needsValue: (name) => `选项 ${name} 要带一个值。`,
    noValue: (name) => `选项 ${name} 不带值。`,
    extraArgument: (text, command) =>
      command === 'start' && /^\d+$/.test(text)
        ? `端口要写成选项：npm start -- --port ${text}`
        : `命令 ${command} 不需要“${text}”。`,
    needsFile: (command) => `命令 ${command} 要带一个文件，例如 ./quanheng ${command} 通知.docx --json`,
    file: '文件',
    needsYear: '请写明年度和文件，例如 ./quanheng archive 2025 --out 归档包.zip',
    needsReceipt: '请写明回执文件，例如 ./quanheng verify 回执.json --key 密钥行',
    needsPackage: '请写明归档包，例如 ./quanheng import 2025年度归档包.zip --data 新目录 --key 密钥行',
    exportAlone: '--export 在临时数据库中演练全年，不与 --data、--reset 同用。例如 ./quanheng demo --export 全年.zip',
    needsTwo:
      '恢复须两人在场并写明原因：--by 操作人 --witness 在场人 --reason 原因（两人不能相同）。只核对备份用 --check。',
    needsFiles: '请写明方案文件和数据文件，例如 ./quanheng score 方案.yaml 数据.xlsx',
    unknownUnit: (name) => `方案中没有单位“${name}”。`,
    schemaKinds: (kinds) => `请写明要哪一种：${kinds}。`,
    badPort: (text) => `端口 ${text} 不对：要用 0 到 65535 的整数，0 表示任选一个空闲端口。`,
    needsSentence: '请在 rule 后面写一句评分标准，或用 --batch 从标准输入读取。',
    badMark: (text) => `满分 ${text} 不对：要用不小于零的数，如 --full-mark 10。`,
    badFacts: (text) => `--facts 要用一个 JSON 对象，如 '{"actual":"90","target":"100"}'，不能是 ${text}。`,
    badFact: (code, name) =>
      code === 'rule.factUnknown'
        ? `没有叫“${name}”的事实。可用：rate actual target baseline count group rank level met parts periods votes entries。`
        : `事实“${name}”的写法不对：数要写成字符串，如 "0.95"。`,
    badSeal: (text) => `存证点 ${text} 的写法不对：照纸质件页脚填写，如 --seal "1234 3f9a02bc-77d1e05a"。`,
    badSeen: (text) => `--seen ${text} 的写法不对：写留痕号，以逗号隔开，如 --seen 12,40。`,
    badLanguage: (text) => `--lang 只有 zh 和 en，没有 ${text}。`,
    failed: (reason) => `出错了：${reason}`,
    heading: '权衡 · 绩效考评平台',
    synopsis: '用法：./quanheng <命令> [选项]',
    commands: '命令',
    options: '选项',
  },
  score: {
    rank: '名次',
    unit: '单位',
    total: '总分',
    grade: '等次',
    waitsFor: (names) => `缺：${names}`,
    open: (outcome) => (outcome.status === 'ambiguous' ? '口径未定，读法不同分数不同' : '数据不能计分'),
    loss: (points, clause) => `扣${points}分：${clause}`,
    totals: (raw, normalised, published) => `原始分 ${raw}，折算分 ${normalised}，总分 ${published}`,
  },
  verify: {
    holds: (body, acts, size) => `核验通过：${body}的${acts}次操作都在存证点第${size}号封存的留痕之中，未被改动。`,
    drawn: (indicator, listed, picked, seed) =>
      `复核通过：“${indicator}”名单 ${listed} 家，以种子 ${seed} 重新抽取 ${picked} 家，与记录一致。`,
    reportHolds: (time, size) =>
      `核验通过：以下文稿就是${time}送审时封存的内容（存证点第${size}号）。请与纸质件逐字核对。`,
    codeFits: (code) => `纸上的校验码与文稿相符：${code}`,
    codeIs: (code) => `文稿的校验码是${code}，请与纸质件页脚核对，或者用 --code 给出纸上的校验码。`,
    archiveHolds: (title, year, { files, acts, objects, sheets, scores, totals, draws }) =>
      `核验通过：《${title}》${year}年度归档包，${files} 个文件、${acts} 次操作、${objects} 个对象、${sheets} 份签字内容、${draws} 次抽样与留痕相符；${scores} 项得分、${totals} 个总分重新计算，全部一致。`,
    publicHolds: (title, year, totals) =>
      `核验通过：《${title}》${year}年度公开稿与封存的留痕相符；${totals} 个总分、名次、等次由各项得分重新计算，全部一致。人员、评分表、草稿和佐证没有公开，只列编号。`,
    archiveUnchecked: (count) => `其中 ${count} 项得分只与签字内容比对，没有重新计算。`,
    archiveOpen: (text) => `制作时尚未最终确定：${text}`,
    sealFits: (size) => `与给出的第 ${size} 号存证点是同一份留痕。`,
    noticed: (count) =>
      `以上核验通过，但留痕中有 ${count} 处须由人说明（已查明的，用 --seen 写上留痕号，以逗号隔开，不再提示）：`,
    ownKeys:
      '注意：没有用 --key 给出密钥，以上只与回执自带的密钥相符。请与启用时抄录的密钥行核对，或者加 --key 重新核验。',
  },
  help: {
    examples: '列出算例未覆盖之处，并按评分标准拟出算例',
    score: '按方案文件和数据文件计分：各项得分、总分、名次、等次',
    'lint-plan': '校核方案文件，列出必须处理和提请注意的问题',
    schema: '打印方案文件（plan）或数据文件（facts）的 JSON Schema',
    verify: '核验回执、文稿核对文件或归档包：是否就是已封存的，归档包并重新计算全部得分',
    public: '只制作可以公开的部分（公开稿）：不含人员、评分表、草稿和佐证',
    seal: '纸质件页脚的存证点，核对是否同一份留痕',
    seen: '已查明、不再提示的留痕号，用逗号隔开',
    code: '纸质件页脚的校验码（核对文稿时）',
    'check-draw': '按抽样记录文件重新抽取，核对结果是否一致',
    key: '启用时抄录的存证密钥行，两行用逗号隔开',
    explain: '只列这个单位，并写明每项的计算过程',
    rule: '读一句评分标准：识别结果、回读、待定口径；给出事实时计分',
    'full-mark': '满分，如 10',
    facts: '事实，JSON 对象',
    start: '启动服务（npm start 相同，并先安装、构建所缺的部分）',
    stop: '停止正在运行的服务',
    status: '显示正在运行的服务',
    backup: '备份全部数据和文件，写完即核对（服务运行时也可）',
    restore: '核对备份并恢复到空的系统（服务停止时）',
    to: '备份写到哪里：文件夹或文件名（默认：数据目录下的 backups）',
    recipient: '用 age 公钥加密备份（age1…），只有私钥持有人能打开',
    'passphrase-file': '加密或打开备份的口令文件（至少 12 个字符）',
    'identity-file': '打开备份的 age 私钥文件',
    check: '只核对备份，不恢复',
    by: '恢复的操作人姓名',
    witness: '在场的另一人姓名',
    reason: '恢复的原因，记入留痕',
    'accept-rollback': '备份早于已存证的状态时仍要恢复',
    demo: '准备演练环境；加 --reset 从头开始，加 --export 导出演练全年的归档包',
    export: '在临时数据库中把演练全年办完，归档包写到这个文件',
    reset: '重新开始，原有演练数据不再保留',
    migrate: '把数据库更新到本程序的版本（服务停止时）',
    'check-paper':
      '检查公文格式（GB/T 9704-2012，50 项）：位置、现状、改法；退出码 0 未发现不符合，1 有不符合，2 文件读不出来',
    render: '用 LibreOffice 排版后检查版面（须已安装）',
    figures: '发布的结果（CSV，首列单位，列名与表头一致），核对表中数字',
    'read-notice': '读取通知，列出字段和问题',
    json: '打印字段和问题（JSON）',
    text: '打印规整后的文字',
    batch: '读取目录中的全部文件',
    out: '结果写入的目录（与 --batch 同用），或归档包文件',
    archive: '制作一个年度的归档包（--out 写明文件）',
    import: '把一个年度的归档包导入空系统，只供查阅（先核验，再写入）',
    'check-files': '重新计算全部存档文件的校验码，列出损坏、缺失的文件',
    'sm2-key': '生成 SM2 存证密钥，存证点从此同时用 SM2 签名',
    clamd: '查毒服务 clamd 的地址：tcp://主机:端口 或 unix:/路径',
    data: '数据目录（默认：本目录下的 .data）',
    port: '端口（默认 8080）',
    host: '监听的地址（默认 127.0.0.1）',
    'tls-cert': 'HTTPS 证书文件（PEM）',
    'tls-key': 'HTTPS 私钥文件（PEM）',
    'behind-proxy': '前面有 HTTPS 代理',
    'checkpoints-to': '存证点另存到：文件夹、syslog://主机:端口、见证服务地址，用逗号隔开',
    lang: '语言：zh（默认）或 en',
    help: '显示帮助',
    version: '显示版本',
  },
}
