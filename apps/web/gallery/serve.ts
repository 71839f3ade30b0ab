import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Answers for the gallery with invented data. Serves the page as the real server does: gzip and the same content policy. */

const dist = fileURLToPath(new URL('dist', import.meta.url))
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const directory = process.env.GALLERY_DIRECTORY ?? 'rehearsal'

let signedIn = false
let steppedUp = false
const firstDay = '2025-01-16'
let date = firstDay
let loading = 0
const drafts = new Map<string, { body: unknown; savedAt: string }>()

const names = ['临江', '安澜', '望山', '平湖', '云岭', '青川', '长林', '沙河']
const rows = Array.from({ length: 130 }, (_, index) => {
  const gone = index % 11 === 3
  const lost = index % 3 === 0 ? '0' : (((index * 7) % 90) / 100).toFixed(2)
  return {
    id: `U${String(index + 1).padStart(4, '0')}`,
    unit: `${names[index % 8]}区${['发展改革局', '财政局', '住房和城乡建设局', '农业农村局'][index % 4]}`,
    group: ['县区组', '经济部门组', '综合部门组'][index % 3],
    full: '5',
    target: (100 + index).toFixed(2),
    actual: gone ? null : (98.4 + index * 1.01).toFixed(2),
    rate: gone ? null : `${9840 + index * 101}/${100 + index}`,
    points: gone ? null : (5 - Number(lost)).toFixed(2),
    lost: gone ? null : lost,
    state: ['open', 'sent', 'back', 'late', 'done'][index % 5] as string,
    note: lost === '0' ? '' : `增速低于目标，每低1个百分点扣0.2分，扣 ${lost} 分`,
  }
})

const send = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
const refuse = (response: ServerResponse, status: number, code: string, message: string) =>
  send(response, status, { error: { code, message } })

const read = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const session = () => ({
  person: { id: randomUUID(), name: '许清和', login: 'xuqinghe' },
  posts: [
    {
      id: '1',
      kind: 'sectionHead',
      unitId: '1',
      unitName: '云平市发展改革局',
      sectionId: '1',
      sectionName: '投资科',
      title: null,
    },
    {
      id: '2',
      kind: 'handler',
      unitId: '1',
      unitName: '云平市发展改革局',
      sectionId: '2',
      sectionName: '综合科',
      title: null,
    },
  ],
  abilities: [],
  rehearsal: directory === 'rehearsal' ? { date } : null,
  archived: null,
  today: date,
  mustChangePassword: false,
})

const account = (login: string, name: string, post: string, unit: string, tryFirst: string) => ({
  login,
  name,
  post,
  unit,
  tryFirst,
})
const status = () => ({
  state: directory === 'new' ? (loading >= 100 ? 'ready' : 'new') : 'ready',
  directory: directory === 'new' ? null : directory,
  rehearsalDate: date,
  archived: null,
  version: '0.1.0',
  rehearsalPassword: 'yanlian-2024',
  accounts: [
    account('zhoushen', '周慎', 'officeDirector', '云平市绩效办', '在“结果”中看锁定版的名次和等次建议'),
    account('linwei', '林蔚', 'officeStaff', '云平市绩效办', '打开《2024年度绩效考评方案》，看方案校核提示的时间矛盾'),
    account('xuqinghe', '许清和', 'sectionHead', '云平市发展改革局', '审核固定资产投资评分表并签字'),
    account('duanmingyuan', '段明远', 'handler', '云平市发展改革局', '给一个未完成目标的单位写扣分理由'),
    account('qiaoan', '乔安', 'unitReporter', '临江区发展改革局', '上传一份佐证材料并报送'),
  ],
})

const page = (response: ServerResponse) => {
  const nonce = randomBytes(16).toString('base64')
  const policy = `default-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    .end(readFileSync(join(dist, 'index.html'), 'utf8').replaceAll('__CSP_NONCE__', nonce))
}

const asset = (response: ServerResponse, path: string) => {
  const file = join(dist, path)
  if (!existsSync(file)) return response.writeHead(404).end()
  const packed = existsSync(`${file}.gz`)
  return response
    .writeHead(200, {
      'content-type': types[extname(file)] ?? 'text/plain',
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
    })
    .end(readFileSync(packed ? `${file}.gz` : file))
}

const api = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
  const path = `${request.method} ${url.pathname}`
  if (path === 'POST /api/gallery/reset') {
    signedIn = false
    steppedUp = false
    date = firstDay
    drafts.clear()
    return send(response, 200, {})
  }
  if (path === 'GET /api/status') return send(response, 200, status())
  if (path === 'POST /api/first-run/rehearsal') {
    loading = 1
    return send(response, 200, {})
  }
  if (path === 'GET /api/rehearsal/progress') {
    if (loading > 0) loading = Math.min(100, loading + 20)
    const state = loading === 0 ? 'idle' : loading >= 100 ? 'done' : 'loading'
    return send(response, 200, { state, percent: loading, doing: '正在登记单位和人员' })
  }
  if (path === 'POST /api/session') {
    const { password } = JSON.parse(String(await read(request))) as { password: string }
    if (password === 'wrong')
      return refuse(response, 401, 'account.wrongPassword', '登录名或密码不对，还可以再试 4 次。')
    signedIn = true
    return send(response, 200, { mustChangePassword: false })
  }
  if (directory === 'new' && loading < 100) return refuse(response, 409, 'account.notBegun', '本平台尚未启用。')
  if (!signedIn) return refuse(response, 401, 'platform.notSignedIn', '请先登录。')
  if (path === 'GET /api/session') return send(response, 200, session())
  if (path === 'DELETE /api/session') {
    signedIn = false
    return send(response, 200, {})
  }
  if (path === 'POST /api/session/step-up') {
    steppedUp = true
    return send(response, 200, {})
  }
  if (path === 'POST /api/rehearsal/date') {
    date = (JSON.parse(String(await read(request))) as { date: string }).date
    return send(response, 200, {})
  }
  if (path === 'POST /api/gallery/sign') {
    if (!steppedUp) return refuse(response, 401, 'platform.stepUpNeeded', '此操作需要再次输入密码。')
    return send(response, 200, {})
  }
  if (path === 'PUT /api/uploads') {
    const bytes = await read(request)
    const digest = createHash('sha256').update(bytes).digest('hex')
    const name = decodeURIComponent(String(request.headers['x-file-name']))
    return send(response, 200, { uploadId: randomUUID(), digest, sm3: digest, size: bytes.length, name })
  }
  const key = /^\/api\/drafts\/(.+)$/.exec(url.pathname)?.[1]
  if (key !== undefined) {
    if (request.method === 'GET') return send(response, 200, { draft: drafts.get(key) ?? null })
    if (request.method === 'DELETE') drafts.delete(key)
    else
      drafts.set(key, {
        ...(JSON.parse(String(await read(request))) as { body: unknown }),
        savedAt: '2025-01-16T09:40:00Z',
      })
    return send(response, 200, { savedAt: '2025-01-16T09:40:00Z' })
  }
  if (path === 'GET /api/gallery/rows') return send(response, 200, list(url.searchParams))
  if (path === 'GET /api/gallery/rows.xlsx') {
    return response
      .writeHead(200, { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('评分表.xlsx')}` })
      .end(`rows ${list(url.searchParams).total}`)
  }
  return refuse(response, 404, 'platform.routeNotFound', '没有这个地址。')
}

const list = (search: URLSearchParams) => {
  const name = search.get('name') ?? ''
  const state = search.get('state')
  const found = rows.filter((row) => row.unit.includes(name) && (state === null || row.state === state))
  const sort = search.get('sort')
  if (sort?.endsWith('points')) {
    found.sort((a, b) => (Number(a.points) - Number(b.points)) * (sort.startsWith('-') ? -1 : 1))
  }
  const [page, size] = [Number(search.get('page') ?? 1), Number(search.get('size') ?? 50)]
  const sum = (field: 'full' | 'points' | 'lost') => found.reduce((all, row) => all + Number(row[field]), 0).toFixed(2)
  return {
    rows: found.slice((page - 1) * size, page * size),
    total: found.length,
    sum: { full: sum('full'), points: sum('points'), lost: sum('lost') },
  }
}

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://gallery')
  if (url.pathname.startsWith('/api/')) void api(request, response, url)
  else if (url.pathname.startsWith('/assets/')) asset(response, url.pathname)
  else page(response)
}).listen(Number(process.argv[2] ?? 8099), '127.0.0.1')
