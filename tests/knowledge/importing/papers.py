"""Small documents as offices write them, made in memory."""

from __future__ import annotations

import ctypes
import io
from typing import Any

import docx
import openpyxl
import pypdfium2


def docx_bytes(document: Any) -> bytes:
    """The file of a python-docx document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def xlsx_bytes(book: openpyxl.Workbook) -> bytes:
    """The file of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def add_rows(table: Any, *rows: tuple[str, ...]) -> None:
    """Adds rows with these texts."""
    for texts in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text


def office_plan() -> Any:
    """A plan with the head of an office's paper, a header of two levels and merged cells."""
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "UBND TỈNH ĐẮK LẮK\nSỞ NỘI VỤ\nSố: 125/KH-SNV"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(0, 1).add_paragraph("Đắk Lắk, ngày 05 tháng 01 năm 2026")
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải cách hành chính năm 2026 của Sở Nội vụ")
    document.add_paragraph("Căn cứ Quyết định số 01/QĐ-UBND ngày 02/01/2026 của UBND tỉnh;")
    document.add_paragraph("I. MỤC TIÊU")
    document.add_paragraph("- Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98% trở lên.")
    document.add_paragraph("PHỤ LỤC")
    document.add_paragraph("PHÂN CÔNG NHIỆM VỤ")
    table = document.add_table(2, 6)
    for column, text in enumerate(("STT", "Nội dung công việc", "Cơ quan thực hiện", "", "Tiến độ", "Kết quả")):
        table.cell(0, column).text = text
    table.cell(1, 2).text, table.cell(1, 3).text = "Chủ trì", "Phối hợp"
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4, 5):
        table.cell(0, column).merge(table.cell(1, column))
    add_rows(
        table,
        ("I. Cải cách thể chế", "", "", "", "", ""),
        ("1", "Ban hành kế hoạch rà soát", "Phòng Pháp chế", "Văn phòng; Thanh tra", "Quý I/2026", "Kế hoạch"),
        ("2", "Tổng hợp báo cáo", "", "Các phòng", "Trước 15/12/2026", "Báo cáo"),
        ("II. Tổ chức bộ máy", "", "", "", "", ""),
        ("1", "Sắp xếp các phòng", "Phòng Tổ chức", "", "Tháng 6/2026", "Đề án"),
    )
    table.cell(2, 0).merge(table.cell(2, 5))
    table.cell(5, 0).merge(table.cell(5, 5))
    table.cell(3, 2).merge(table.cell(4, 2))
    return document


def ministries_plan() -> Any:
    """A short plan of a central agency: numbers that run on, one deadline that is none."""
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text = "THỦ TƯỚNG CHÍNH PHỦ\nSố: 844/QĐ-TTg"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(0, 1).add_paragraph("Hà Nội, ngày 13 tháng 5 năm 2026")
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Thực hiện bảo hiểm y tế toàn dân")
    table = document.add_table(1, 6)
    header = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời hạn hoàn thành")
    for column, text in enumerate(header):
        table.cell(0, column).text = text
    add_rows(
        table,
        ("4", "Truyền thông về bảo hiểm y tế", "Bộ Tài chính", "Bộ Y tế", "Kế hoạch", "Thường xuyên"),
        ("5", "Xây dựng Đề án truyền thông", "Bộ Tài chính", "Bộ Y tế", "Quyết định", "Quý I/2027"),
        ("7", "Xây dựng Nghị quyết thí điểm", "Bộ Y tế", "Bộ Tài chính", "Nghị quyết", "Quý II/2028"),
        ("8", "Xây dựng Nghị định tăng mức đóng", "Bộ Y tế", "Bộ Tài chính", "Nghị định", "Tháng 3/2027"),
        ("13", "Xây dựng Nghị quyết chi phí quản lý", "Bộ Y tế", "Bộ Tài chính", "Nghị quyết", "Đã hoàn thành"),
    )
    return document


def pdf_bytes(pages: list[list[tuple[str, ...]]], widths: tuple[int, ...], foot: str = "") -> bytes:
    """A PDF with one ruled table a page, each row 20 points high, for two lines at most; letters without marks only."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for rows in pages:
        content = _page(rows, widths, foot)
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (body + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF").encode("latin-1")


def stamped(data: bytes, texts: list[tuple[int, int, str]]) -> bytes:
    """The PDF with texts stamped on its first page at (x, y), as annotations, the way number and day are added."""
    raw = pypdfium2.raw
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        for x, y, text in texts:
            annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_STAMP)
            raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(x, y + 12, x + 200, y - 4))
            shown = raw.FPDFPageObj_NewTextObj(pdf, b"Helvetica", 9)
            letters = (text + "\0").encode("utf-16-le")
            raw.FPDFText_SetText(shown, (ctypes.c_ushort * (len(letters) // 2)).from_buffer_copy(letters))
            raw.FPDFPageObj_Transform(shown, 1, 0, 0, 1, x, y)
            raw.FPDFAnnot_AppendObject(annotation, shown)
            raw.FPDFPage_CloseAnnot(annotation)
        file = io.BytesIO()
        pdf.save(file)
        return file.getvalue()


def _page(rows: list[tuple[str, ...]], widths: tuple[int, ...], foot: str) -> str:
    edges = [40]
    for width in widths:
        edges.append(edges[-1] + width)
    bottom = 540 - 20 * len(rows)
    lines = [f"{x} 540 m {x} {bottom} l S" for x in edges]
    lines += [f"40 {540 - 20 * n} m {edges[-1]} {540 - 20 * n} l S" for n in range(len(rows) + 1)]
    for n, row in enumerate(rows):
        for x, text in zip(edges, row, strict=False):
            safe = text.replace("(", "\\(").replace(")", "\\)")
            for below, line in enumerate(safe.split("\n")):
                lines.append(
                    f"BT /F 9 Tf {x + 3} {530 - 4 * (chr(10) not in text) - 20 * n - 9 * below} Td ({line}) Tj ET"
                )
    if foot:
        lines.append(f"BT /F 9 Tf 400 20 Td ({foot}) Tj ET")
    return "\n".join(lines)
