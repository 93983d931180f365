/** What every chart says and does besides its own finding. */
import type { ChartFiles, ChartWords } from '../ui/Chart.tsx';
import { download } from './download.ts';
import { useMessages } from './messages/useMessages.ts';

/** Files are written only when they are asked for: what writes them is loaded then. */
function filesOf(name: string, pictureLabel: string, tableLabel: string): ChartFiles {
  return {
    pictureLabel,
    tableLabel,
    savePicture: (picture, title) => {
      const save = async () => {
        const { svgText } = await import('../ui/svgText.ts');
        download(new Blob([svgText(picture, title)], { type: 'image/svg+xml' }), `${name}.svg`);
      };
      void save();
    },
    saveTable: (rows) => {
      const save = async () => {
        const { csvText } = await import('../domain/csv.ts');
        download(new Blob([csvText(rows)], { type: 'text/csv' }), `${name}.csv`);
      };
      void save();
    },
  };
}

/** @param name what the chart is of: heard before its data, and the name of its files */
export function useChartWords(name: string): Omit<ChartWords, 'sentence'> {
  const { common } = useMessages();
  return {
    showTableLabel: common.showTable,
    hideTableLabel: common.hideTable,
    readLabel: common.readChart(name),
    files: filesOf(name, common.savePicture, common.saveTable),
  };
}
