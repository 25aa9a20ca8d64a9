-- Names of codes that the contracts use.

insert into core.dim_fund_source (fund_source_key, fund_source, fund_source_name)
  select core.stable_key('fund source|' || code), code, name
  from (values
    ('budget', 'Ngân sách nhà nước'),
    ('organisations', 'Tổ chức, cá nhân'),
    ('socialised', 'Xã hội hóa'),
    ('local_and_members', 'Quỹ địa phương và thành viên'),
    ('international', 'Viện trợ quốc tế')) as known (code, name)
on conflict (fund_source_key) do update set fund_source_name = excluded.fund_source_name;

insert into core.dim_lender (lender_key, lender, lender_name)
  select core.stable_key('lender|' || code), code, name
  from (values
    ('vbsp', 'Ngân hàng Chính sách xã hội'),
    ('club_fund', 'Quỹ câu lạc bộ'),
    ('association', 'Quỹ Hội Người cao tuổi'),
    ('project', 'Dự án'),
    ('other', 'Nguồn khác')) as known (code, name)
on conflict (lender_key) do update set lender_name = excluded.lender_name;

insert into core.dim_activity_kind (activity_kind_key, activity_kind, activity_kind_name)
  select core.stable_key('activity kind|' || code), code, name
  from (values
    ('training', 'Tập huấn'),
    ('communication', 'Truyền thông'),
    ('supervision', 'Giám sát'),
    ('inspection', 'Kiểm tra'),
    ('culture', 'Văn nghệ, văn hóa'),
    ('sport', 'Thể dục, thể thao'),
    ('farm_extension', 'Khuyến nông, sinh kế'),
    ('income', 'Tăng thu nhập'),
    ('health', 'Chăm sóc sức khỏe'),
    ('home_care', 'Chăm sóc tại nhà'),
    ('self_help', 'Tự giúp nhau'),
    ('rights', 'Quyền và lợi ích'),
    ('resources', 'Vận động nguồn lực'),
    ('meeting', 'Sinh hoạt câu lạc bộ'),
    ('launch', 'Ra mắt câu lạc bộ'),
    ('review', 'Sơ kết, tổng kết'),
    ('other', 'Hoạt động khác')) as known (code, name)
on conflict (activity_kind_key) do update set activity_kind_name = excluded.activity_kind_name;
