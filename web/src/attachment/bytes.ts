import { formatNumber } from '../text/format';

/** 1258291 → "1,2 MB", 48200 → "47 KB". */
export function formatBytes(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${formatNumber(Math.max(1, Math.round(kilobytes)))}\u00a0KB` : `${formatNumber(Math.round(kilobytes / 102.4) / 10)}\u00a0MB`;
}
