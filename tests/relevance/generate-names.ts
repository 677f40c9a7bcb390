import { seededRandom } from './seeded-random';

const CHINESE =
  `年度 报告 会议 纪要 合同 项目 计划 预算 客户 产品 设计 文档 测试 用户 手册 数据 分析 北京 上海 重庆 长沙 公司 部门 培训 总结
  发票 简历 照片 说明 期末 试卷 答案 课件 财务 审计 银行 流水 工资 招聘 面试 通知 申请 证明 护照 扫描 采购 订单 物流 仓库 质量 安全
  检查 整改 方案 图纸 施工 监理 验收 投标 评审 专家 名单 通讯录 旅行 攻略 菜谱 音乐 视频 备份 系统 接口 需求 原型 架构 部署 运维 日志
  监控 女士 会计 中国 网络 云盘 使用 第一季度 第二季度 机器学习 操作系统 数据结构 高等数学 线性代数`.split(
    /\s+/,
  );
const LATIN =
  `annual report meeting minutes budget project plan client product design document testing user manual data analysis
  invoice resume photo travel recipe music video backup system interface request prototype architecture deployment
  monitor network account settings profile manager controller service factory handler parser builder adapter socket
  session password security certificate template component container dashboard calendar schedule chapter appendix
  bibliography introduction conclusion experiment statistics probability geometry algebra chemistry physics biology
  history language grammar dictionary translation contract agreement proposal strategy marketing campaign customer
  supplier inventory warehouse shipment receipt payment insurance mortgage medical vaccine passport birthday wedding
  holiday kitchen garden furniture electric plumbing renovation blueprint thesis lecture homework semester library`.split(
    /\s+/,
  );
const ENDINGS = ['pdf', 'docx', 'xlsx', 'pptx', 'txt', 'jpg', 'png', 'zip', 'md', 'csv'];
const MARKS = ['v2', '2024', '2025', '2026', '03', '终稿', 'final', '(1)', 'draft', ''];

/** Names as drives hold them: Chinese, Latin in every way of writing compounds, and both. The same on every run. */
export function generateNames(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const pick = (values: string[]) => values[Math.floor(random() * values.length)] ?? '';
  const several = (values: string[], most: number) =>
    Array.from({ length: 2 + Math.floor(random() * (most - 1)) }, () => pick(values));
  const names = new Set<string>();
  while (names.size < count) {
    const kind = random();
    const stem =
      kind < 0.4
        ? several(CHINESE, 4).join('')
        : kind < 0.9
          ? writeCompound(several(LATIN, 4), random())
          : `${several(CHINESE, 2).join('')} ${pick(LATIN)}`;
    names.add(`${stem}${pick(['_', '-', ' '])}${pick(MARKS)}.${pick(ENDINGS)}`);
  }
  return [...names];
}

function writeCompound(words: string[], way: number): string {
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  if (way < 0.25) return [words[0], ...capitals.slice(1)].join('');
  if (way < 0.5) return words.join('_');
  if (way < 0.7) return words.join('-');
  return way < 0.85 ? capitals.join(' ') : capitals.join('');
}
