import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';

type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption>;

/** What is drawn: a label for each group, and for each series a value or none. */
export interface ChartContent {
  kind: 'bar' | 'line' | 'histogram';
  labels: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
  number: (value: number) => string;
}

/** Bars with names lie, so that the names can be read; bars of ranges stand beside each other. */
export function optionOf({ kind, labels, series, number }: ChartContent): Option {
  const role = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [text, line] = [role('--text-muted'), role('--line')];
  const lying = kind === 'bar';
  const font = { color: text, fontFamily: 'Inter Variable, Helvetica, Arial, sans-serif', fontSize: 12 };
  const groups = {
    type: 'category' as const,
    data: [...labels],
    axisLine: { lineStyle: { color: role('--line-strong') } },
    axisTick: { show: false },
    axisLabel: { ...font, width: 180, overflow: 'truncate' as const, hideOverlap: true },
    ...(lying ? { inverse: true } : {}),
  };
  const values = {
    type: 'value' as const,
    splitLine: { lineStyle: { color: line } },
    axisLabel: { ...font, formatter: number, hideOverlap: true },
  };
  return {
    animation: false,
    color: ['--accent', '--source', '--shape', '--store', '--steer'].map(role),
    textStyle: font,
    grid: { left: 16, right: 32, top: series.length > 1 ? 40 : 16, bottom: 12, containLabel: true },
    ...(series.length > 1 ? { legend: { top: 8, textStyle: font } } : {}),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: kind === 'line' ? 'line' : 'shadow' },
      backgroundColor: role('--raised'),
      borderColor: role('--line-strong'),
      textStyle: { ...font, color: role('--text') },
      valueFormatter: (value) => (typeof value === 'number' ? number(value) : '–'),
      renderMode: 'richText',
    },
    xAxis: lying ? values : groups,
    yAxis: lying ? groups : values,
    series: series.map(({ name, values: data }) =>
      kind === 'line'
        ? { type: 'line', name, data: [...data], showSymbol: labels.length <= 60, symbolSize: 5, connectNulls: false }
        : {
            type: 'bar',
            name,
            data: [...data],
            barMaxWidth: 28,
            ...(kind === 'histogram' ? { barCategoryGap: '4%', barMaxWidth: 400 } : {}),
          },
    ),
  };
}
